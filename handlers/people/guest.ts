/** A stranger: one neutral sentence, or the link of an account by a person's own one-time code. */
import { linkAccount } from '#db/account.ts';
import { noteDataNotice, useInvitation } from '#db/invitation.ts';
import { homeUnitOf } from '#domain/directory/directory.ts';
import { refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import { type Outcome, pick, type Turn } from '#runtime/handler.ts';
import { hashOfCode, readCode } from '#src/ids.ts';
import { DATA_NOTICE_VERSION, texts } from '#text/people.ts';
import { sayRefusal } from '#text/refusals.ts';
import { menuAction } from './menu.ts';

export const guest = async (turn: Turn): Promise<Outcome> => {
  const { content } = turn.event;
  // Codes are only taken in private: in a group everybody would read them.
  const typed = turn.place === 'private' && content.kind === 'text' ? content.text : '';
  const code = /^\s*\/?start\s+(\S.*)$/i.exec(typed)?.[1] ?? (readCode(typed) === null ? '' : typed);
  if (code === '') return { say: [{ lines: texts.stranger }] };
  return linkBy(turn, code);
};

export const linkBy = async (turn: Turn, typed: string): Promise<Outcome> => {
  const code = readCode(typed);
  const personId = code === null ? null : await useInvitation(turn.tx, hashOfCode(code), turn.accountId, turn.now);
  const person = personId === null ? undefined : turn.reference.directory.people.get(personId);
  // Wrong, used and expired read the same to a stranger: a guess learns nothing.
  if (person === undefined) return { say: [{ lines: sayRefusal(refused('invite.unknown')) }] };
  const unit = homeUnitOf(turn.reference.directory, person.id, dateOf(turn.now));
  await Promise.all([
    linkAccount(turn.tx, turn.accountId, person.id, turn.now),
    noteDataNotice(turn.tx, {
      personId: person.id,
      version: DATA_NOTICE_VERSION,
      at: turn.now,
      channel: turn.event.channel,
    }),
  ]);
  return {
    say: [
      {
        lines: [...texts.welcome(person, unit?.name ?? null), '', ...texts.dataNotice(turn.now)],
        choices: [[pick(menuAction, texts.menu, {})]],
      },
    ],
  };
};
