/** What a person may put off or make silent: a part (or all) of a request that he sees, or a duty that he sees. */
import { addDutyFact, dutiesById, lockDuty } from '#db/duty/duty.ts';
import { addOwnReminders } from '#db/remind/own-reminder.ts';
import { addReminders } from '#db/remind/reminder.ts';
import { dossiersById } from '#db/request/request.ts';
import type { DutyFact } from '#domain/duty/decide.ts';
import { canSeeDuty } from '#domain/duty/may.ts';
import { canSee, scopeOf } from '#domain/permission/scope.ts';
import type { Mute } from '#domain/reminder/mute.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import type { MemberTurn } from '#runtime/handler.ts';
import type { MuteMode } from '#src/notice/remind.ts';
import { noteMute } from './note-mute.ts';

type Given = { readonly until: Millis; readonly reason: string };

export type Matter = {
  /** As it is called. */
  readonly name: string;
  readonly ids: Pick<Mute, 'requestId' | 'partId' | 'dutyId'>;
  /** Keeps it as a fact. */
  readonly note: (mode: MuteMode, given: Given) => Promise<void>;
  /** Queues it for the moment at which it was asked for. */
  readonly promise: (until: Millis) => Promise<void>;
};

export const requestMatter = async (
  turn: MemberTurn,
  requestId: number,
  partId: number | null,
): Promise<Result<Matter>> => {
  const [dossier] = await dossiersById(turn.tx, [requestId]);
  if (dossier === undefined || !canSee(scopeOfReader(turn), dossier, turn.now)) return refused('request.unknown');
  const personId = turn.person.id;
  return ok({
    name: dossier.request.code,
    ids: { requestId, partId, dutyId: null },
    note: (mode, data) =>
      noteMute(turn, requestId, { kind: mode === 'mute' ? 'reminder_muted' : 'reminder_postponed', partId, data }),
    promise: async (notBefore) => {
      if (partId === null) return;
      await addReminders(turn.tx, [{ personId, partId, requestId, kind: 'postponed', noticeId: null, notBefore }]);
    },
  });
};

export const dutyMatter = async (turn: MemberTurn, dutyId: number): Promise<Result<Matter>> => {
  const [duty] = await dutiesById(turn.tx, [dutyId]);
  if (duty === undefined || !canSeeDuty(scopeOfReader(turn), duty)) return refused('duty.unknown');
  const personId = turn.person.id;
  return ok({
    name: duty.title,
    ids: { requestId: null, partId: null, dutyId },
    note: (mode, data) => noteDutyMute(turn, dutyId, { kind: mode === 'mute' ? 'duty_muted' : 'duty_postponed', data }),
    promise: (notBefore) => addOwnReminders(turn.tx, [{ personId, kind: 'duty_later', subjectId: dutyId, notBefore }]),
  });
};

export const noteDutyMute = async (turn: MemberTurn, dutyId: number, fact: DutyFact): Promise<void> => {
  const duty = await lockDuty(turn.tx, dutyId);
  if (duty === null) return;
  await addDutyFact(turn.tx, duty, fact, { actorId: turn.person.id, channel: turn.event.channel, at: turn.now });
};

const scopeOfReader = ({ reference, person, now }: MemberTurn) => scopeOf(reference.directory, person.id, dateOf(now));
