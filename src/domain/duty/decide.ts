/** What an act on a duty changes. Whether it is allowed was asked before (`may.ts`). */
import type { PersonId } from '#domain/directory/directory.ts';
import type { Millis } from '#domain/time.ts';
import type { Duty, DutyAct, DutyId } from './duty.ts';

export type DutyFactKind =
  | 'duty_created'
  | 'duty_assigned'
  | 'duty_proved'
  | 'duty_confirmed'
  | 'duty_rejected'
  | 'duty_cancelled'
  /** Counted again, since the calendar changed. */
  | 'duty_moved'
  /** Its unit has ended, or somebody else looks at it now. */
  | 'duty_handed'
  /** A follow-up of the inspection has looked at it. */
  | 'duty_followed'
  | 'duty_reminded'
  /** By one person, for himself. */
  | 'duty_muted'
  | 'duty_postponed'
  | 'duty_unmuted';

export type DutyFact = {
  readonly kind: DutyFactKind;
  readonly data: { readonly [key: string]: string | number | boolean | null };
};

export type DutyChange = Partial<
  Pick<
    Duty,
    | 'state'
    | 'unitId'
    | 'holderId'
    | 'owedTo'
    | 'checkerId'
    | 'due'
    | 'provisional'
    | 'proof'
    | 'provedBy'
    | 'provedFor'
    | 'provedAt'
    | 'decidedBy'
    | 'decidedAt'
    | 'remark'
  >
>;

/** Who else hears of it. */
export type DutyAudience = 'owing' | 'deciding' | 'holders';

export type DutyDecision = {
  readonly change: DutyChange;
  readonly fact: DutyFact;
  readonly fileIds: readonly number[];
  readonly told: DutyAudience | null;
};

type Given = {
  readonly words: string;
  readonly fileIds: readonly number[];
  /** To whom it is given. */
  readonly person: PersonId | null;
};
type By = { readonly actor: PersonId; readonly actingFor: PersonId | null; readonly now: Millis };

export const decideDuty = (act: DutyAct, duty: Duty, { words, fileIds, person }: Given, by: By): DutyDecision => {
  const decided = { decidedBy: by.actor, decidedAt: by.now };
  switch (act) {
    case 'prove':
      return {
        change: {
          ...{ state: 'proved', proof: words, provedBy: by.actor, provedFor: by.actingFor, provedAt: by.now },
          ...{ decidedBy: null, decidedAt: null, remark: null },
        },
        fact: { kind: 'duty_proved', data: { words, files: fileIds.join(','), late: by.now >= duty.due } },
        fileIds,
        told: 'deciding',
      };
    case 'assign':
      return {
        change: { holderId: person },
        fact: { kind: 'duty_assigned', data: { from: duty.holderId, to: person } },
        fileIds: [],
        told: 'holders',
      };
    case 'confirm':
      return {
        change: { state: 'done', ...decided },
        fact: { kind: 'duty_confirmed', data: { late: (duty.provedAt ?? by.now) >= duty.due } },
        fileIds: [],
        told: 'owing',
      };
    case 'reject':
      return {
        change: { state: 'open', ...decided, remark: words },
        fact: { kind: 'duty_rejected', data: { reason: words } },
        fileIds: [],
        told: 'owing',
      };
    case 'cancel':
      return {
        change: { state: 'cancelled', ...decided, remark: words },
        fact: { kind: 'duty_cancelled', data: { from: duty.state, reason: words } },
        fileIds: [],
        told: 'owing',
      };
    default:
      return act satisfies never;
  }
};

/** The stream of facts of a duty. */
export const dutyStream = (id: DutyId): string => `duty:${id}`;
