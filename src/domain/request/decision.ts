/** What an act changes: the next values, the facts that prove it, and who is told. Pure data; saved in one commit. */
import type { PersonId } from '#domain/directory/directory.ts';
import type { Reference, Regulation } from '#domain/reference.ts';
import type { Millis } from '#domain/time.ts';
import type { Answer, Dossier, Part, PartId, Position, Request } from './request.ts';

export type FactKind =
  | 'filed'
  | 'undone'
  | 'sent'
  | 'received'
  | 'assigned'
  | 'submitted'
  | 'approved'
  | 'self_issued'
  | 'draft_returned'
  | 'synthesised'
  | 'closed'
  | 'reminded'
  | 'notice_received';

export type FactValue = string | number | boolean | null;

export type FactDraft = {
  readonly kind: FactKind;
  readonly partId: PartId | null;
  readonly data: { readonly [key: string]: FactValue };
};

export type PartChange = { readonly id: PartId } & Partial<
  Pick<
    Part,
    | 'state'
    | 'holderId'
    | 'receivedAt'
    | 'receivedBy'
    | 'termFrom'
    | 'due'
    | 'provisional'
    | 'submittedAt'
    | 'answeredAt'
  >
>;

export type RequestChange = Partial<
  Pick<Request, 'state' | 'synthesis' | 'result' | 'closedAt'> & { synthesisedAt: Millis; closedBy: PersonId }
>;

export type NewAnswer = {
  readonly partId: PartId;
  readonly position: Position;
  readonly words: string;
  readonly fileIds: readonly number[];
  readonly late: boolean;
  /** Issued by the person who may approve: valid at once, with no second person. */
  readonly issued: boolean;
};

export type AnswerDecision = {
  readonly answerId: Answer['id'];
  readonly state: 'valid' | 'returned';
  readonly remark: string | null;
};

/** Who else hears of an act; the person who acts is answered in the chat and is never among them. */
export type Audience = 'filer' | 'holder' | 'previous_holder' | 'author' | 'desk' | 'leaders' | 'asking_chiefs' | 'all';

export type Decision = {
  readonly request?: RequestChange;
  readonly parts?: readonly PartChange[];
  readonly newAnswer?: NewAnswer;
  readonly answer?: AnswerDecision;
  readonly facts: readonly FactDraft[];
  readonly told: readonly Audience[];
};

/** What every decision stands on. */
export type Case = {
  readonly reference: Reference;
  readonly regulation: Regulation;
  readonly dossier: Dossier;
  readonly actor: PersonId;
  readonly now: Millis;
};

/** The dossier as it is after a decision: what replies, reminders and buttons are made from in the same turn. */
export const applied = (dossier: Dossier, decision: Decision): Dossier => ({
  request: { ...dossier.request, ...decision.request },
  parts: dossier.parts.map((part) => ({ ...part, ...decision.parts?.find((change) => change.id === part.id) })),
});
