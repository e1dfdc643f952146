/** What is asked of the permission rules: who, on what, when. */
import type { PersonId } from '#domain/directory/directory.ts';
import type { Reference } from '#domain/reference.ts';
import type { Dossier, Part } from '#domain/request/request.ts';
import type { Millis } from '#domain/time.ts';

export type Asked = {
  readonly reference: Reference;
  readonly personId: PersonId;
  readonly dossier: Dossier;
  /** Null for acts on the whole request. */
  readonly part: Part | null;
  readonly now: Millis;
};
