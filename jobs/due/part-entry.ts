/** A part in a message of reminders. */
import type { Said } from '#db/remind/said.ts';
import { principalsIn } from '#domain/directory/delegation.ts';
import { type Directory, isStaffOf, leadersOf, type PersonId, type UnitId } from '#domain/directory/directory.ts';
import type { Reference } from '#domain/reference.ts';
import { dateOf, type IsoDate, type Millis } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { type Choice, pick } from '#runtime/handler.ts';
import { receivedAction, showAction } from '#src/notice/actions.ts';
import { noticeChoices } from '#src/notice/choices.ts';
import { muteAction } from '#src/notice/remind.ts';
import { remindTexts } from '#text/remind/words.ts';
import { digestLine, reminderLines } from '#text/request/reminders.ts';
import { texts } from '#text/request/screens.ts';
import { type Counted, type Entry, isListed, type Weight } from './entry.ts';
import type { Item } from './item.ts';

export type Telling = {
  readonly reference: Reference;
  readonly now: Millis;
  /** By part: the overdue reminders so far. */
  readonly said: ReadonlyMap<number, readonly Said[]>;
};

export const partEntry = (on: Telling, item: Item): Entry => {
  const { dossier, part } = item;
  const { id: requestId, code } = dossier.request;
  return {
    ...countedOf(item),
    lines: linesOf(on, item),
    alone: () => [
      receivedChoice(item, texts.received),
      ...noticeChoices(item.to, { reference: on.reference, dossier, part, now: on.now }),
      laterChoices(item),
    ],
    among: [pick(showAction, code, { requestId }), ...receivedChoice(item, `${texts.received} ${code}`)],
  };
};

export const countedOf = (item: Item): Counted => ({
  ...weightOf(item),
  matter: { requestId: item.dossier.request.id, partId: item.part.id },
});

export const weightOf = ({ dossier, part, kind }: Item): Weight => ({
  kind,
  urgency: dossier.request.urgency,
  due: part.due,
  id: part.id,
});

const linesOf = ({ reference, said, now }: Telling, { to, dossier, part, kind }: Item): readonly Line[] =>
  isListed(kind)
    ? [digestLine(reference.directory, dossier.request, part)]
    : reminderLines(reference, dossier.request, part, {
        kind,
        isOurs: isOfUnit(reference.directory, to, part.unitId, dateOf(now)),
        // The last of them is this one.
        said: (said.get(part.id) ?? []).slice(0, -1),
      });

const isOfUnit = (directory: Directory, personId: PersonId, unitId: UnitId, day: IsoDate): boolean =>
  isStaffOf(directory, personId, unitId, day) ||
  leadersOf(directory, unitId, day).includes(personId) ||
  principalsIn(directory, personId, unitId, day).some((one) => isOfUnit(directory, one, unitId, day));

const receivedChoice = ({ noticeId, dossier }: Item, label: string): readonly Choice[] =>
  noticeId === null ? [] : [pick(receivedAction, label, { noticeId, requestId: dossier.request.id })];

/** What is late, the silence, and what waits for Đã nhận are not put off. */
const laterChoices = ({ kind, noticeId, dossier, part }: Item): readonly Choice[] => {
  if (noticeId !== null || !['before', 'today', 'receipt'].includes(kind)) return [];
  const on = { requestId: dossier.request.id, partId: part.id };
  return [
    pick(muteAction, remindTexts.postpone, { mode: 'postpone', ...on }),
    pick(muteAction, remindTexts.mute, { mode: 'mute', ...on }),
  ];
};
