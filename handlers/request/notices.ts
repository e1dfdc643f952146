/** Who hears of an act: the audiences of a decision as people, each with the buttons he may press. */
import { principalsIn } from '#domain/directory/delegation.ts';
import { chiefsOf, type Directory, type PersonId } from '#domain/directory/directory.ts';
import { toldChiefs, toldDesk, toldHeads, toldLeaders } from '#domain/directory/told.ts';
import type { Reference } from '#domain/reference.ts';
import type { ActName } from '#domain/request/acts.ts';
import { type Audience, type Decision, unitAsked, watcherAdded } from '#domain/request/decision.ts';
import { askersOf, handsOf } from '#domain/request/hands.ts';
import type { Dossier, Part } from '#domain/request/request.ts';
import { dateOf, type IsoDate, type Millis } from '#domain/time.ts';
import { type Notice, pick } from '#runtime/handler.ts';
import { showAction } from '#src/notice/actions.ts';
import { askNotices } from '#src/notice/ask.ts';
import { noticeChoices } from '#src/notice/choices.ts';
import { toldLines } from '#text/request/acts/index.ts';
import { leftOutLines, watchLines } from '#text/request/notices.ts';
import { texts } from '#text/request/screens.ts';

export type Done = {
  readonly reference: Reference;
  readonly act: ActName;
  /** The words given with the act. */
  readonly words: string;
  readonly actor: PersonId;
  readonly before: Dossier;
  readonly after: Dossier;
  readonly part: Part | null;
  readonly decision: Decision;
  readonly now: Millis;
};

export const noticesOf = (done: Done): readonly Notice[] => {
  const told = [...toldOf(done), ...askedOf(done)];
  return [...told, ...watchedOf(done, new Set(told.map(({ to }) => to)))];
};

/** Watchers hear that something moved, unless they hear more of it anyway. */
const watchedOf = (done: Done, told: ReadonlySet<PersonId>): readonly Notice[] => {
  const { reference, before, after, actor } = done;
  const moved = after.parts.filter((part) =>
    before.parts.some((one) => one.id === part.id && one.state !== part.state),
  );
  if (moved.length === 0 && before.request.state === after.request.state) return [];
  const { request } = after;
  const lines = watchLines(reference.directory, request, before.request.state === request.state ? moved : []);
  const choices = [[pick(showAction, texts.open, { requestId: request.id })]];
  return after.watchers
    .filter((to) => to !== actor && !told.has(to))
    .map((to) => ({ to, class: 'urgent', say: { lines, choices } }));
};

const toldOf = (done: Done): readonly Notice[] => {
  const { reference, after, part, actor, act, now, words } = done;
  const { directory } = reference;
  const people = new Set(done.decision.told.flatMap((audience) => audienceOf(done, audience, dateOf(now))));
  people.delete(actor);
  const partAfter = after.parts.find((one) => one.id === part?.id) ?? null;
  const told = {
    ...{ directory, request: after.request, part: partAfter, actor, words },
    ...{ unitId: unitAsked(done.decision) ?? part?.handover?.toUnitId ?? null },
  };
  const chiefs = chiefsOf(directory, after.request.askingUnitId, dateOf(now));
  return [...people].map((to) => {
    // Of a request as a whole, a unit's people hear about, and act on, their own part.
    const own = partAfter ?? changedPartOf(done, to);
    const isLeftOut = act === 'synthesise' && own !== null && to !== after.request.filerId && !chiefs.includes(to);
    return {
      to,
      class: 'urgent',
      say: {
        lines: isLeftOut ? leftOutLines(told) : toldLines(act, { ...told, part: own }),
        choices: noticeChoices(to, { reference, dossier: after, part: own, now }),
      },
    };
  });
};

/** The units that are asked from now on. */
const askedOf = ({ reference, before, after, now }: Done): readonly Notice[] =>
  after.parts
    .filter((part) => before.parts.every((one) => one.id !== part.id))
    .flatMap((part) => askNotices({ reference, dossier: after, part, now }));

const changedPartOf = (done: Done, to: PersonId): Part | null =>
  done.part === null
    ? (changedParts(done).find((part) => handsOf(done.reference.directory, part, dateOf(done.now)).includes(to)) ??
      null)
    : null;

const changedParts = ({ after, decision }: Done): readonly Part[] =>
  after.parts.filter((part) => decision.parts?.some((change) => change.id === part.id));

const audienceOf = (done: Done, audience: Audience, day: IsoDate): readonly PersonId[] => {
  const { reference, before, after, part } = done;
  const { directory } = reference;
  const partAfter = after.parts.find((one) => one.id === part?.id);
  switch (audience) {
    case 'filer':
      return askersOf(directory, after.request, day);
    case 'holder':
      return partAfter === undefined || partAfter.holderId === null ? [] : handsOf(directory, partAfter, day);
    case 'previous_holder':
      return part?.holderId === null || part === null ? [] : [part.holderId];
    case 'author':
      return part?.draft === null || part === null ? [] : [part.draft.authorId];
    case 'desk':
      return part === null ? [] : toldDesk(directory, part.unitId, day);
    case 'leaders':
      return part === null ? [] : approversOf(directory, part, day);
    case 'asking_chiefs':
      return toldChiefs(directory, after.request.askingUnitId, day);
    case 'asking_leaders':
      return toldLeaders(directory, after.request.askingUnitId, day);
    case 'changed_parts':
      return changedParts(done).flatMap((one) => handsOf(directory, one, day));
    case 'other_side':
      return otherSideOf(done, day);
    case 'new_watcher':
      return [watcherAdded(done.decision)].filter((id) => id !== null);
    case 'all':
      return [
        ...askersOf(directory, after.request, day),
        ...toldChiefs(directory, after.request.askingUnitId, day),
        ...before.parts.flatMap((one) => [...toldDesk(directory, one.unitId, day), ...handsOf(directory, one, day)]),
      ];
    default:
      return audience satisfies never;
  }
};

/** Words of the asking side go to whoever works on the part; the unit's go to the filer and his chiefs. */
const otherSideOf = (done: Done, day: IsoDate): readonly PersonId[] => {
  const { reference, after, part, actor } = done;
  const { filerId, askingUnitId } = after.request;
  const asking = [filerId, ...chiefsOf(reference.directory, askingUnitId, day)];
  const actors = [actor, ...principalsIn(reference.directory, actor, askingUnitId, day)];
  if (part === null || !actors.some((one) => asking.includes(one)))
    return askersOf(reference.directory, after.request, day);
  return handsOf(reference.directory, part, day);
};

const approversOf = (directory: Directory, part: Part, day: IsoDate): readonly PersonId[] => [
  ...toldLeaders(directory, part.unitId, day),
  ...(directory.units.get(part.unitId)?.headApproves === true ? toldHeads(directory, part.unitId, day) : []),
];
