/** What a person is not reminded of for a while, by his own word and with his reason (RE5). */
import type { PersonId } from '#domain/directory/directory.ts';
import type { DutyId } from '#domain/duty/duty.ts';
import type { PartId, RequestId } from '#domain/request/request.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { DAY, type Millis } from '#domain/time.ts';

export type Mute = {
  readonly personId: PersonId;
  /** Null: it is of a duty. */
  readonly requestId: RequestId | null;
  /** Null: all parts of the request. */
  readonly partId: PartId | null;
  readonly dutyId: DutyId | null;
  readonly until: Millis;
  readonly reason: string;
};

/** Longer is forgetting. */
const LONGEST = 31 * DAY;

export const checkUntil = (until: Millis, now: Millis): Result<Millis> => {
  if (until <= now) return refused('remind.past');
  return until - now > LONGEST ? refused('remind.too_long') : ok(until);
};

/** What is late, the silence, and what waits for Đã nhận are told all the same. */
const NEVER_MUTED: ReadonlySet<string> = new Set(['silence', 'overdue', 'late']);

export const isMuted = (
  mutes: readonly Mute[],
  said: {
    readonly personId: PersonId;
    readonly requestId: RequestId;
    readonly partId: PartId;
    readonly kind: string;
    readonly noticeId: number | null;
  },
  now: Millis,
): boolean =>
  said.noticeId === null &&
  !NEVER_MUTED.has(said.kind) &&
  mutes.some(
    (mute) =>
      mute.personId === said.personId &&
      mute.requestId === said.requestId &&
      (mute.partId === null || mute.partId === said.partId) &&
      mute.until > now,
  );

export const isDutyMuted = (
  mutes: readonly Mute[],
  said: { readonly personId: PersonId; readonly dutyId: DutyId; readonly kind: string },
  now: Millis,
): boolean =>
  !NEVER_MUTED.has(said.kind) &&
  mutes.some((mute) => mute.personId === said.personId && mute.dutyId === said.dutyId && mute.until > now);
