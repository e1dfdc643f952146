/** A part has gone on to a successor: the asking side hears of it, and the successor is asked. */
import type { PersonId } from '#domain/directory/directory.ts';
import type { Reference } from '#domain/reference.ts';
import { askersOf } from '#domain/request/hands.ts';
import type { Dossier, Part } from '#domain/request/request.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import { type Notice, pick, type Say } from '#runtime/handler.ts';
import { texts } from '#text/request/screens.ts';
import { passedOnLines } from '#text/request/succession.ts';
import { showAction } from './actions.ts';
import { askNotices } from './ask.ts';

export type PassedOn = {
  readonly reference: Reference;
  readonly before: Dossier;
  readonly after: Dossier;
  readonly part: Part;
  readonly now: Millis;
};

/** The old part and the successor's new one. */
export const movedParts = ({ before, after, part }: PassedOn): readonly Part[] =>
  after.parts.filter((one) => one.id === part.id || before.parts.every(({ id }) => id !== one.id));

export const passedOnSay = (passed: PassedOn): Say => {
  const { reference, after, part } = passed;
  const heir = movedParts(passed).find((one) => one.id !== part.id)?.unitId ?? part.unitId;
  return {
    lines: passedOnLines(reference.directory, after.request, { from: part.unitId, to: heir }),
    choices: [[pick(showAction, texts.open, { requestId: after.request.id })]],
  };
};

/** @param actor hears of it as the answer to what he did */
export const passedOnNotices = (passed: PassedOn, actor: PersonId | null): readonly Notice[] => {
  const { reference, after, part, now } = passed;
  const say = passedOnSay(passed);
  return [
    ...askersOf(reference.directory, after.request, dateOf(now))
      .filter((to) => to !== actor)
      .map((to): Notice => ({ to, class: 'urgent', say })),
    ...movedParts(passed)
      .filter((one) => one.id !== part.id)
      .flatMap((one) => askNotices({ reference, dossier: after, part: one, now })),
  ];
};
