/** The buttons under a notice: what its receiver may do at once, by the same rules as the card. */
import type { PersonId } from '#domain/directory/directory.ts';
import { actsOpenTo } from '#domain/permission/may.ts';
import type { Reference } from '#domain/reference.ts';
import type { ActName } from '#domain/request/acts.ts';
import type { Dossier, Part } from '#domain/request/request.ts';
import type { Millis } from '#domain/time.ts';
import { type Choice, pick } from '#runtime/handler.ts';
import { actLabel } from '#text/request/acts/index.ts';
import { texts } from '#text/request/screens.ts';
import { actAction, showAction } from './actions.ts';

/** Found on the card: under each notice they would hide what is to be done. */
const SELDOM: ReadonlySet<ActName> = new Set([
  'number_answer',
  'number_request',
  'record_answer',
  'record_arrival',
  'add_watcher',
]);

export type Seen = {
  readonly reference: Reference;
  readonly dossier: Dossier;
  /** Null: the notice is about the request as a whole. */
  readonly part: Part | null;
  readonly now: Millis;
};

export const noticeChoices = (to: PersonId, seen: Seen): readonly (readonly Choice[])[] => {
  const requestId = seen.dossier.request.id;
  const open = actsOpenTo({ ...seen, personId: to })
    .filter((act) => !SELDOM.has(act))
    .map((act) => pick(actAction, actLabel(act), { act, requestId, partId: seen.part?.id ?? null }));
  return [open, [pick(showAction, texts.open, { requestId })]];
};
