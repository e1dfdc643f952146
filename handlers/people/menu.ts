/** /menu, /trogiup, /huy, /start, and words that nobody understood: always a next step. */
import { z } from 'zod';
import { homeUnitOf } from '#domain/directory/directory.ts';
import { dateOf } from '#domain/time.ts';
import type { Offer } from '#handlers/offer.ts';
import { type Choice, type Command, defineAction, type MemberTurn, type Outcome, on, pick } from '#runtime/handler.ts';
import { descriptions } from '#text/commands.ts';
import { texts } from '#text/people.ts';

export const menuAction = defineAction('menu.show', z.object({}));
/** Runs a command from a button. */
export const commandAction = defineAction('menu.run', z.object({ word: z.string() }));

/** A list as long as the menu says nothing of what may be meant. */
const MOST_OFFERED = 3;

/** The commands are an argument: the menu lists what the registry has, and cannot name what is not there. */
export const menuHandlers = (commands: () => readonly Command[]) => {
  const choices = (turn: MemberTurn, first: readonly string[] = []): readonly (readonly Choice[])[] =>
    commands()
      .filter((command) => command.places.includes(turn.place) && command.inMenu)
      .filter((command) => command.shownTo?.(turn) !== false)
      .toSorted((a, b) => Number(first.includes(b.word)) - Number(first.includes(a.word)))
      .map((command) => [pick(commandAction, command.description, { word: command.word })]);

  const menu = async (turn: MemberTurn): Promise<Outcome> => {
    const unit = homeUnitOf(turn.reference.directory, turn.person.id, dateOf(turn.now));
    return { say: [{ lines: texts.menuHead(turn.person, unit?.name ?? null), choices: choices(turn) }] };
  };
  /** What was not understood, or cannot be done yet: what it may mean, and the way to all else. */
  const offer = (turn: MemberTurn, { lines, choices: likely, first }: Offer): Outcome => {
    const shown = [...likely.map((one) => [one]), ...choices(turn, first)].slice(0, MOST_OFFERED);
    const whole = [pick(menuAction, texts.menu, {})];
    return { say: [{ lines: lines ?? texts.notUnderstood, choices: [...shown, whole] }] };
  };
  const actions = [
    on(menuAction, menu),
    on(commandAction, async (turn, { word }) => {
      const command = commands().find((one) => one.word === word);
      return command === undefined ? menu(turn) : command.run(turn, '');
    }),
  ];
  return { menu, offer, actions, commands: [...basicCommands, menuCommand(menu)] };
};

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
