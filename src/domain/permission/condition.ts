/** What stands in the way of an act beside states and relations: dates, numbers, and who did the thing before. */
import { principalsIn } from '#domain/directory/delegation.ts';
import type { PersonId, UnitId } from '#domain/directory/directory.ts';
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
  close: (asked) => {
    const { parts, request } = asked.dossier;
    const isOwn = parts.some(({ answer }) =>
      isOf(asked, request.askingUnitId, [answer?.decidedBy, answer?.decidedFor]),
    );
    return isOwn ? refused('act.approved_answer') : null;
  },
  // Taken back before anybody saw it: there is nothing to go on with.
  reopen: ({ dossier }) => (dossier.request.wasUndone ? refused('reopen.undone') : null),
};

/** It is his own doing, or that of somebody he stands in for, or was done in the name of either. */
const isOf = (
  { reference: { directory }, personId, now }: Asked,
  unitId: UnitId,
  people: readonly (PersonId | null | undefined)[],
): boolean => [personId, ...principalsIn(directory, personId, unitId, dateOf(now))].some((one) => people.includes(one));

/** Nobody decides on his own draft (Quy chế: no self-approval); the database refuses it too. */
const onDraft: PartCondition = (asked, { draft, unitId }) => {
  if (draft === null) return refused('answer.no_draft');
  return isOf(asked, unitId, [draft.authorId, draft.authorFor]) ? refused('act.own_draft') : null;
};

const onNoDraft: PartCondition = (_asked, { draft }) => (draft === null ? null : refused('answer.draft_waits'));

const onExtension: PartCondition = (asked, part) => {
  const extension = askedExtension(part);
  if (extension === null) return refused('extension.none');
  return isOf(asked, asked.dossier.request.askingUnitId, [extension.askedBy, extension.askedFor])
    ? refused('extension.own')
    : null;
};

const onHandover: PartCondition = (asked, { handover }) => {
  if (handover === null) return refused('handover.none');
  return isOf(asked, asked.dossier.request.askingUnitId, [handover.askedBy, handover.askedFor])
    ? refused('handover.own')
    : null;
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
