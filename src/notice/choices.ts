/** The buttons under a notice: what its receiver may do at once, by the same rules as the card. */
import type { PersonId } from '#domain/directory/directory.ts';
import { actsOpenTo } from '#domain/permission/may.ts';
import type { Reference } from '#domain/reference.ts';
import type { Dossier, Part } from '#domain/request/request.ts';
import type { Millis } from '#domain/time.ts';
import { type Choice, pick } from '#runtime/handler.ts';
import { texts } from '#text/request/screens.ts';
import { acts } from '#text/request/words.ts';
import { actAction, showAction } from './actions.ts';

export type Seen = {
  readonly reference: Reference;
  readonly dossier: Dossier;
  /** Null: the notice is about the request as a whole. */
  readonly part: Part | null;
  readonly now: Millis;
};

export const noticeChoices = (to: PersonId, seen: Seen): readonly (readonly Choice[])[] => {
  const requestId = seen.dossier.request.id;
  const open = actsOpenTo({ ...seen, personId: to }).map((act) =>
    pick(actAction, acts[act], { act, requestId, partId: seen.part?.id ?? null }),
  );
  return [open, [pick(showAction, texts.open, { requestId })]];
};
