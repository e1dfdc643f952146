/** What each kind of due moment is decided on: the locked requests, in the transaction of the sweep. */
import type { Tx } from '#db/client.ts';
import type { LoadedDossier } from '#db/request/request.ts';
import type { Reference } from '#domain/reference.ts';
import type { Millis } from '#domain/time.ts';

export type DueCase = {
  readonly tx: Tx;
  readonly reference: Reference;
  readonly now: Millis;
  /** Renewed by whoever changes one, since its chain of facts goes on. */
  readonly dossiers: Map<number, LoadedDossier>;
};

/** A taken row: the part or request it is about, and the request that part belongs to. */
export type DueSubject = { readonly subjectId: number; readonly requestId: number };
