/** What the fields of an act's form need to know. */
import type { Reference } from '#domain/reference.ts';
import type { ActName } from '#domain/request/acts.ts';
import type { Dossier, Part } from '#domain/request/request.ts';
import type { Millis } from '#domain/time.ts';

export type ActContext = {
  readonly reference: Reference;
  readonly act: ActName;
  readonly dossier: Dossier;
  readonly part: Part | null;
  readonly now: Millis;
};
