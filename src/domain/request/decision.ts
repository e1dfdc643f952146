/** What an act changes: the next values, the facts that prove it, and who is told. Pure data; saved in one commit. */
import type { PersonId, UnitId } from '#domain/directory/directory.ts';
import type { Reference, Regulation } from '#domain/reference.ts';
import type { Millis } from '#domain/time.ts';
import type { NewPart } from './filing.ts';
import type { Answer, Dossier, OfficialDocument, Part, PartId, Position, Request } from './request.ts';

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
  /** The unit has ended: whoever took over from it is asked. */
  | 'succeeded'
  /** The asking unit has ended: whoever took over from it asks in its place. */
  | 'asking_succeeded'
  | 'urged'
  | 'urgency_changed'
  | 'unit_added'
  | 'unit_dropped'
  | 'left_out'
  | 'withdrawn'
  | 'reopened'
  | 'synthesised'
  | 'closed'
  | 'answer_recorded'
  | 'arrival_recorded'
  | 'watcher_added'
  | 'exchanged'
  | 'number_entered'
  | 'silence'
  | 'recounted'
  | 'reminded'
  | 'notice_received'
  /** One person is not reminded for a while, by his own word. */
  | 'reminder_muted'
  | 'reminder_postponed'
  | 'reminder_unmuted';

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
    | 'receiptFrom'
    | 'receiptDue'
    | 'termFrom'
    | 'termEvent'
    | 'urgency'
    | 'urgedAt'
    | 'silenceFor'
    | 'due'
    | 'provisional'
    | 'submittedAt'
    | 'answeredAt'
  >
>;

export type RequestChange = Partial<
  Pick<
    Request,
    | 'state'
    | 'urgency'
    | 'synthesis'
    | 'result'
    | 'closedAt'
    | 'wasUndone'
    | 'docNumber'
    | 'docDate'
    | 'askingUnitId'
    | 'filedUnitId'
  > & {
    synthesisedAt: Millis;
    closedBy: PersonId | null;
    closedFor: PersonId | null;
  }
>;

/** What an act leaves beside the request and its parts, in rows of its own. */
export type SideChange =
  | { readonly kind: 'pause_begun'; readonly partId: PartId; readonly missing: string }
  | {
      readonly kind: 'pause_ended';
      readonly partId: PartId;
      readonly completion: string | null;
      readonly fileIds: readonly number[];
    }
  | { readonly kind: 'extension_asked'; readonly partId: PartId; readonly until: Millis; readonly reason: string }
  | { readonly kind: 'extension_decided'; readonly id: number; readonly state: 'agreed' | 'refused' }
  | { readonly kind: 'handover_asked'; readonly partId: PartId; readonly toUnitId: UnitId; readonly reason: string }
  | { readonly kind: 'handover_decided'; readonly id: number; readonly state: 'agreed' | 'refused' }
  /** A further unit that is asked; its desk hears of it. */
  | { readonly kind: 'part_added'; readonly part: NewPart & { readonly handCount: number } }
  | NewAnswer
  | AnswerDecision
  | { readonly kind: 'answer_numbered'; readonly answerId: number; readonly document: OfficialDocument }
  | { readonly kind: 'watcher_added'; readonly personId: PersonId }
  /** Words and files between the two sides of a part. */
  | { readonly kind: 'exchanged'; readonly partId: PartId; readonly words: string; readonly fileIds: readonly number[] }
  /** A scan of the request's own document. */
  | { readonly kind: 'files_added'; readonly fileIds: readonly number[] };

export type NewAnswer = {
  readonly kind: 'answer_given';
  readonly partId: PartId;
  readonly position: Position;
  readonly words: string;
  readonly fileIds: readonly number[];
  readonly late: boolean;
  /** Issued by the person who may approve, or on paper: valid at once, with no second person in the system. */
  readonly issued: boolean;
  readonly document: OfficialDocument | null;
};

export type AnswerDecision = {
  readonly kind: 'answer_decided';
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
  /** The desk and leaders of the part's unit where the asking side acts, else the filer. */
  | 'other_side'
  | 'new_watcher'
  | 'all';

export type Decision = {
  readonly request?: RequestChange;
  readonly parts?: readonly PartChange[];
  readonly side?: readonly SideChange[];
  /** The notice is repeated until its receiver has said that he has it. */
  readonly isImportant?: true;
  readonly facts: readonly FactDraft[];
  readonly told: readonly Audience[];
};

/** The unit that a decision asks, or proposes to ask, from now on. */
export const unitAsked = ({ side = [] }: Decision): UnitId | null => {
  for (const change of side) {
    if (change.kind === 'part_added') return change.part.unitId;
    if (change.kind === 'handover_asked') return change.toUnitId;
  }
  return null;
};

/** Whom a decision lets follow the request. */
export const watcherAdded = ({ side = [] }: Decision): PersonId | null =>
  side.find((change) => change.kind === 'watcher_added')?.personId ?? null;

/** What every decision stands on. */
export type Case = {
  readonly reference: Reference;
  readonly regulation: Regulation;
  readonly dossier: Dossier;
  readonly actor: PersonId;
  /** In whose place he acts. */
  readonly actingFor?: PersonId | null;
  readonly now: Millis;
};

/** The dossier as it is after a decision: what replies, reminders and buttons are made from in the same turn. */
export const applied = (dossier: Dossier, decision: Decision): Dossier => ({
  ...dossier,
  request: { ...dossier.request, ...decision.request },
  parts: dossier.parts.map((part) => ({ ...part, ...decision.parts?.find((change) => change.id === part.id) })),
});
