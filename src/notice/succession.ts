/** What a unit that has ended left behind has gone on to its successor: those concerned hear of it. */
import { chiefsOf, type PersonId } from '#domain/directory/directory.ts';
import { toldDesk } from '#domain/directory/told.ts';
import type { Reference } from '#domain/reference.ts';
import { askersOf, followedBy } from '#domain/request/hands.ts';
import { type Dossier, isSettled, type Part } from '#domain/request/request.ts';
import type { LeftPart } from '#domain/request/succession.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import { type Notice, pick, type Say } from '#runtime/handler.ts';
import { texts } from '#text/request/screens.ts';
import { askingPassedLines, passedOnLines } from '#text/request/succession.ts';
import { showAction } from './actions.ts';
import { askNotices } from './ask.ts';

export type PassedOn = {
  readonly reference: Reference;
  readonly before: Dossier;
  readonly after: Dossier;
  readonly part: LeftPart;
  readonly now: Millis;
};

/** The old part and the successor's new one. Where only who asks has changed, none. */
export const movedParts = ({ before, after, part }: PassedOn): readonly Part[] =>
  part === null ? [] : after.parts.filter((one) => one.id === part.id || before.parts.every(({ id }) => id !== one.id));

export const passedOnSay = (passed: PassedOn): Say => {
  const { reference, before, after, part } = passed;
  const choices = [[pick(showAction, texts.open, { requestId: after.request.id })]];
  if (part === null) {
    const ended = before.request.askingUnitId;
    return { lines: askingPassedLines(reference.directory, after.request, ended), choices };
  }
  const heir = newParts(passed)[0]?.unitId ?? part.unitId;
  return { lines: passedOnLines(reference.directory, after.request, { from: part.unitId, to: heir }), choices };
};

/** @param actor hears of it as the answer to what he did */
export const passedOnNotices = (passed: PassedOn, actor: PersonId | null): readonly Notice[] => {
  const say = passedOnSay(passed);
  const { reference, after, now } = passed;
  return [
    ...toldOf(passed)
      .filter((to) => to !== actor)
      .map((to): Notice => ({ to, class: 'urgent', say })),
    ...newParts(passed).flatMap((part) => askNotices({ reference, dossier: after, part, now })),
  ];
};

const newParts = (passed: PassedOn): readonly Part[] => movedParts(passed).filter((one) => one.id !== passed.part?.id);

/** The asking side; and where that is new, its desk and chiefs, and whoever answers to it. */
const toldOf = ({ reference: { directory }, after, part, now }: PassedOn): readonly PersonId[] => {
  const { request, parts } = after;
  const day = dateOf(now);
  const askers = askersOf(directory, request, day);
  if (part !== null) return askers;
  const desk = toldDesk(directory, request.askingUnitId, day);
  const owing = parts.filter((one) => !isSettled(one)).flatMap((one) => followedBy(directory, request, one, day));
  return [...new Set([...askers, ...desk, ...chiefsOf(directory, request.askingUnitId, day), ...owing])];
};
