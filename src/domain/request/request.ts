/** A coordination request and its parts, as the rules see them. Words of DESIGN: request, part, holder, desk. */
import type { StartEvent } from '#domain/calendar/steps.ts';
import type { PersonId, UnitId } from '#domain/directory/directory.ts';
import type { DocNumber } from '#domain/document/number.ts';
import type { IsoDate, Millis } from '#domain/time.ts';
import type { ExtraAnswer } from './own-form.ts';

export type RequestId = number & { readonly brand?: 'request' };
export type PartId = number & { readonly brand?: 'part' };

export const REQUEST_TYPES = ['opinion', 'information', 'joint_work', 'site_survey', 'difficulty'] as const;
export type RequestType = (typeof REQUEST_TYPES)[number];

export const URGENCIES = ['thuong', 'khan', 'thuong_khan', 'hoa_toc'] as const;
export type Urgency = (typeof URGENCIES)[number];

export type RequestState = 'open' | 'synthesised' | 'closed' | 'withdrawn';

export type PartState =
  | 'awaiting'
  | 'accepted'
  | 'drafted'
  | 'answered'
  | 'closed'
  | 'returned'
  | 'handed_on'
  | 'silent'
  | 'cancelled';

/** Positions of an opinion, then of any other answer. */
export const OPINION_POSITIONS = ['agree', 'agree_with_remarks', 'disagree'] as const;
export const WORK_POSITIONS = ['done', 'people_sent', 'information_given'] as const;
export type Position = (typeof OPINION_POSITIONS)[number] | (typeof WORK_POSITIONS)[number];

export const positionsFor = (type: RequestType): readonly Position[] =>
  type === 'opinion' ? OPINION_POSITIONS : WORK_POSITIONS;

export type Request = {
  readonly id: RequestId;
  readonly code: string;
  readonly state: RequestState;
  readonly type: RequestType;
  readonly fieldId: number;
  readonly zoneId: number | null;
  readonly enterpriseId: number | null;
  readonly subject: string;
  readonly content: string;
  readonly urgency: Urgency;
  readonly docNumber: DocNumber | null;
  readonly docDate: IsoDate | null;
  readonly askingUnitId: UnitId;
  /** Under which it was filed, where that unit has ended and another asks in its place; null: the asking unit's own. */
  readonly filedUnitId: UnitId | null;
  readonly filerId: PersonId;
  /** The chief in whose name it was filed; null: the filer's own. It gives the filer no right. */
  readonly signerId: PersonId | null;
  readonly regulationId: number;
  readonly filedAt: Millis;
  /** End of the undo window: terms start and others see it from here. */
  readonly visibleAt: Millis;
  readonly wantedBy: Millis | null;
  /** Answers to the field's own questions. */
  readonly extra: readonly ExtraAnswer[];
  readonly synthesis: string | null;
  readonly result: string | null;
  readonly closedAt: Millis | null;
  /** Taken back within the undo window: no unit ever saw it. */
  readonly wasUndone: boolean;
};

export type Part = {
  readonly id: PartId;
  readonly requestId: RequestId;
  readonly ordinal: number;
  readonly unitId: UnitId;
  readonly state: PartState;
  readonly holderId: PersonId | null;
  readonly askedAt: Millis;
  /** From where the receipt term counts: from when the unit was asked, or the urgency was raised since. */
  readonly receiptFrom: Millis;
  readonly receiptDue: Millis;
  readonly receivedAt: Millis | null;
  readonly receivedBy: PersonId | null;
  /** When the answer term began, and by what; null while receipt is awaited. */
  readonly termFrom: Millis | null;
  /** The level whose terms it had when it was settled, where the request's has changed since; null: the request's. */
  readonly urgency: Urgency | null;
  readonly termEvent: StartEvent;
  readonly due: Millis;
  readonly provisional: boolean;
  readonly submittedAt: Millis | null;
  readonly answeredAt: Millis | null;
  /** The unit's valid answer: it stands until a new one is approved. */
  readonly answer: Answer | null;
  /** The draft under decision. */
  readonly draft: Answer | null;
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
  /** A hand-over that waits for the asking unit's leader. */
  readonly handover: Handover | null;
  /** How often the matter was handed on before it came to this unit. */
  readonly handCount: number;
  readonly urgedAt: Millis | null;
  /** The date for which the silence was written; null: never. */
  readonly silenceFor: Millis | null;
  /** When a message about it first reached somebody of the unit. */
  readonly notifiedAt: Millis | null;
};

/** Waiting for what the asking side left out; open while `to` is null. */
export type Pause = { readonly from: Millis; readonly to: Millis | null; readonly missing: string };

export type Extension = {
  readonly id: number;
  readonly until: Millis;
  readonly reason: string;
  readonly askedBy: PersonId;
  /** In whose place. */
  readonly askedFor?: PersonId | null;
  readonly state: 'asked' | 'agreed' | 'refused' | 'void';
  readonly decidedAt: Millis | null;
};

export type Handover = {
  readonly id: number;
  readonly toUnitId: UnitId;
  readonly askedBy: PersonId;
  readonly askedFor?: PersonId | null;
};

export type Answer = {
  readonly id: number;
  readonly state: 'submitted' | 'returned' | 'valid' | 'replaced';
  readonly position: Position;
  readonly words: string;
  readonly authorId: PersonId;
  /** In whose place. */
  readonly authorFor?: PersonId | null;
  readonly submittedAt: Millis;
  readonly decidedBy: PersonId | null;
  readonly decidedFor?: PersonId | null;
  readonly decidedAt: Millis | null;
  readonly late: boolean;
  /** The official document it went out as, or came in as. */
  readonly document: OfficialDocument | null;
};

export type OfficialDocument = {
  readonly number: DocNumber;
  readonly date: IsoDate;
  /** Whose name it carries; null when only its number was entered. */
  readonly signer: string | null;
};

/** A request with all its parts: what acts are decided on. */
export type Dossier = {
  readonly request: Request;
  readonly parts: readonly Part[];
  /** They hear of its course and see no more than that. */
  readonly watchers: readonly PersonId[];
};

/** Nothing more is expected of it. */
export const isSettled = (part: Part): boolean =>
  ['answered', 'silent', 'handed_on', 'cancelled', 'closed'].includes(part.state);

export const askedExtension = (part: Part): Extension | null =>
  part.extensions.find((one) => one.state === 'asked') ?? null;

/** A part still owed. */
export const isOwed = (part: Part): boolean =>
  part.state === 'awaiting' || part.state === 'accepted' || part.state === 'drafted';

export const isOverdue = (part: Part, now: Millis): boolean => isOwed(part) && now >= part.due;
