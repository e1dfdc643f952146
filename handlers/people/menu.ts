/** /menu, /trogiup, /huy, /start, and words that nobody understood: always a next step. */
import { z } from 'zod';
import { homeUnitOf } from '#domain/directory/directory.ts';
import { dateOf } from '#domain/time.ts';
import {
  type Choice,
  type Command,
  defineAction,
  type MemberTurn,
  type Outcome,
  on,
  pick,
  type Registry,
} from '#runtime/handler.ts';
import { descriptions } from '#text/commands.ts';
import { texts } from '#text/people.ts';
import { codeIn } from '#text/words.ts';

export const menuAction = defineAction('menu.show', z.object({}));
/** Runs a command from a button. */
export const commandAction = defineAction('menu.run', z.object({ word: z.string() }));

/** The commands are an argument: the menu lists what the registry has, and cannot name what is not there. */
export const menuHandlers = (commands: () => readonly Command[], showByCode: ShowByCode) => {
  const choices = (turn: MemberTurn): readonly (readonly Choice[])[] =>
    commands()
      .filter((command) => command.places.includes(turn.place) && command.inMenu)
      .filter((command) => command.shownTo?.(turn) !== false)
      .map((command) => [pick(commandAction, command.description, { word: command.word })]);

  const menu = async (turn: MemberTurn): Promise<Outcome> => {
    const unit = homeUnitOf(turn.reference.directory, turn.person.id, dateOf(turn.now));
    return { say: [{ lines: texts.menuHead(turn.person, unit?.name ?? null), choices: choices(turn) }] };
  };
  const fallback: Registry['fallback'] = async (turn, text) => {
    const code = codeIn(text);
    if (code !== null) return showByCode(turn, code);
    return { say: [{ lines: texts.notUnderstood, choices: choices(turn) }] };
  };
  const actions = [
    on(menuAction, menu),
    on(commandAction, async (turn, { word }) => {
      const command = commands().find((one) => one.word === word);
      return command === undefined ? menu(turn) : command.run(turn, '');
    }),
  ];
  return { menu, fallback, actions, commands: [...basicCommands, menuCommand(menu)] };
};

type ShowByCode = (turn: MemberTurn, code: string) => Promise<Outcome>;

const menuCommand = (menu: (turn: MemberTurn) => Promise<Outcome>): Command => ({
  word: 'menu',
  aliases: [],
  takesWords: false,
  inMenu: false,
  description: descriptions.menu,
  places: ['private', 'group'],
  run: menu,
});

const basicCommands: readonly Command[] = [
  {
    word: 'trogiup',
    aliases: ['tro giup', 'help', 'huong dan'],
    takesWords: false,
    inMenu: true,
    description: descriptions.trogiup,
    places: ['private', 'group'],
    run: async () => ({ say: [{ lines: texts.help }] }),
  },
  {
    word: 'huy',
    aliases: [],
    takesWords: false,
    inMenu: false,
    description: descriptions.huy,
    places: ['private', 'group'],
    run: async () => ({ say: [{ lines: texts.noForm }] }),
  },
];
