/** /start from a person who is linked already: a code links nobody twice, and the menu follows. */
import type { Command, MemberTurn, Outcome } from '#runtime/handler.ts';
import { descriptions } from '#text/commands.ts';
import { texts } from '#text/people.ts';

export const startCommand = (menu: (turn: MemberTurn) => Promise<Outcome>): Command => ({
  word: 'start',
  aliases: [],
  takesWords: true,
  inMenu: false,
  description: descriptions.start,
  places: ['private'],
  run: async (turn, words) => {
    const shown = await menu(turn);
    return words === '' ? shown : { say: [{ lines: texts.already(turn.person) }, ...(shown.say ?? [])] };
  },
});
