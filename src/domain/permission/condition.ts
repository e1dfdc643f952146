/** What stands in the way of an act beside states and relations: dates, numbers, and who did the thing before. */
import type { ActName } from '#domain/request/acts.ts';
import { isUrgeable } from '#domain/request/decide/change.ts';
import { askedExtension, isSettled, type Part } from '#domain/request/request.ts';
import { type Refusal, refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import type { Asked } from './asked.ts';

/** Null: nothing stands in the way. */
export const condition = (act: ActName, asked: Asked): Refusal | null => {
  const { dossier, part, now } = asked;
  // Until the units are asked there is nothing to be done but to take it back.
  if (act !== 'undo' && now < dossier.request.visibleAt) return refused('act.not_sent_yet');
  return part === null ? (ofRequest[act]?.(asked) ?? null) : (ofPart[act]?.(asked, part) ?? null);
};

type RequestCondition = (asked: Asked) => Refusal | null;
type PartCondition = (asked: Asked, part: Part) => Refusal | null;

const ofRequest: Partial<Readonly<Record<ActName, RequestCondition>>> = {
  undo: ({ dossier, now }) => (now < dossier.request.visibleAt ? null : refused('act.undo_over')),
  close: ({ dossier, personId }) =>
    dossier.parts.some((one) => one.answer?.decidedBy === personId) ? refused('act.approved_answer') : null,
  // Taken back before anybody saw it: there is nothing to go on with.
  reopen: ({ dossier }) => (dossier.request.wasUndone ? refused('reopen.undone') : null),
};

/** Nobody decides on his own draft (Quy chế: no self-approval); the database refuses it too. */
const onDraft: PartCondition = ({ personId }, { draft }) => {
  if (draft === null) return refused('answer.no_draft');
  return draft.authorId === personId ? refused('act.own_draft') : null;
};

const onNoDraft: PartCondition = (_asked, { draft }) => (draft === null ? null : refused('answer.draft_waits'));

const onExtension: PartCondition = ({ personId }, part) => {
  const extension = askedExtension(part);
  if (extension === null) return refused('extension.none');
  return extension.askedBy === personId ? refused('extension.own') : null;
};

const onHandover: PartCondition = ({ personId }, { handover }) => {
  if (handover === null) return refused('handover.none');
  return handover.askedBy === personId ? refused('handover.own') : null;
};

const oneMoreExtension: PartCondition = ({ reference, dossier }, part) => {
  const most = reference.regulations.find((one) => one.id === dossier.request.regulationId)?.maxExtensions ?? 0;
  if (askedExtension(part) !== null) return refused('extension.waits');
  const agreed = part.extensions.filter((one) => one.state === 'agreed').length;
  return agreed < most ? null : refused('extension.most', { most });
};

const urgeableToday: PartCondition = ({ reference, now }, part) => {
  if (!isUrgeable(reference.calendar, part, now)) return refused('urge.early');
  return part.urgedAt !== null && dateOf(part.urgedAt) === dateOf(now) ? refused('urge.today') : null;
};

const notTheLast: PartCondition = ({ dossier }) => {
  const left = dossier.parts.filter((one) => !isSettled(one) || one.state === 'answered');
  return left.length > 1 ? null : refused('unit.last');
};

const ofPart: Partial<Readonly<Record<ActName, PartCondition>>> = {
  approve: onDraft,
  return_draft: onDraft,
  answer: onNoDraft,
  replace_answer: onNoDraft,
  ask_extension: oneMoreExtension,
  agree_extension: onExtension,
  refuse_extension: onExtension,
  ask_completion: (_asked, part) => (part.pauses.length === 0 ? null : refused('completion.once')),
  hand_on: (_asked, part) => (part.handover === null ? null : refused('handover.waits')),
  agree_handover: onHandover,
  refuse_handover: onHandover,
  number_answer: (_asked, part) => (part.answer === null ? refused('document.no_answer') : null),
  urge: urgeableToday,
  drop_unit: notTheLast,
};
