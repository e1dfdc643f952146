/** What an act changes: the next values, the facts that prove it, and who is told. Pure data; saved in one commit. */
import type { PersonId, UnitId } from '#domain/directory/directory.ts';
import type { Reference, Regulation } from '#domain/reference.ts';
import type { Millis } from '#domain/time.ts';
import type { NewPart } from './filing.ts';
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
  | 'replacement_submitted'
  | 'asked_again'
  | 'extension_asked'
  | 'extension_agreed'
  | 'extension_refused'
  | 'completion_asked'
  | 'completed'
  | 'pause_over'
  | 'handover_asked'
  | 'handover_refused'
  | 'handed_on'
  | 'urged'
  | 'urgency_changed'
  | 'unit_added'
  | 'unit_dropped'
  | 'left_out'
  | 'withdrawn'
  | 'reopened'
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
    | 'receiptDue'
    | 'termFrom'
    | 'termEvent'
    | 'urgedAt'
    | 'due'
    | 'provisional'
    | 'submittedAt'
    | 'answeredAt'
  >
>;

export type RequestChange = Partial<
  Pick<Request, 'state' | 'urgency' | 'synthesis' | 'result' | 'closedAt' | 'wasUndone'> & {
    synthesisedAt: Millis;
    closedBy: PersonId | null;
  }
>;

/** A pause that begins, or the open one that ends. */
export type PauseChange =
  | { readonly kind: 'begin'; readonly partId: PartId; readonly missing: string }
  | { readonly kind: 'end'; readonly partId: PartId; readonly completion: string | null };

export type ExtensionChange =
  | { readonly kind: 'ask'; readonly partId: PartId; readonly until: Millis; readonly reason: string }
  | { readonly kind: 'decide'; readonly id: number; readonly state: 'agreed' | 'refused' | 'void' };

export type HandoverChange =
  | { readonly kind: 'ask'; readonly partId: PartId; readonly toUnitId: UnitId; readonly reason: string }
  | { readonly kind: 'decide'; readonly id: number; readonly state: 'agreed' | 'refused' };

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
  readonly partId: PartId;
  readonly state: 'valid' | 'returned';
  readonly remark: string | null;
  readonly late: boolean;
};

/** Who else hears of an act; the person who acts is answered in the chat and is never among them. */
export type Audience =
  | 'filer'
  | 'holder'
  | 'previous_holder'
  | 'author'
  | 'desk'
  | 'leaders'
  | 'asking_chiefs'
  | 'asking_leaders'
  /** Holder, else desk, of each part that the decision changes. */
  | 'changed_parts'
  | 'all';

export type Decision = {
  readonly request?: RequestChange;
  readonly parts?: readonly PartChange[];
  readonly newAnswer?: NewAnswer;
  readonly answer?: AnswerDecision;
  readonly pause?: PauseChange;
  readonly extension?: ExtensionChange;
  readonly handover?: HandoverChange;
  /** Further units that are asked; their desks hear of it. */
  readonly newParts?: readonly (NewPart & { readonly handCount: number })[];
  /** The notice is repeated until its receiver has said that he has it. */
  readonly isImportant?: true;
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
