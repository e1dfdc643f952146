/** Who makes a thing that was asked for. */
import type { z } from 'zod';
import type { Db } from '#db/client.ts';
import type { PersonId } from '#domain/directory/directory.ts';
import type { Reference } from '#domain/reference.ts';
import type { Result } from '#domain/result.ts';
import type { Millis } from '#domain/time.ts';
import type { Say } from '#runtime/handler.ts';
import type { ProductionKind } from '#runtime/production.ts';

/** What it is made on. Whoever makes it looks again at what this person may see now. */
export type Making = {
  readonly db: Db;
  readonly reference: Reference;
  readonly now: Millis;
  readonly personId: PersonId;
};

export type MadeFile = {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
  readonly picture: boolean;
};

/** Files go with the words: `say.files` is filled in by the job. */
export type Made = { readonly say: Say; readonly files: readonly MadeFile[] };

export type Producer = {
  readonly kind: string;
  /** Refused: the person reads why, and it is not tried again. */
  readonly make: (on: Making, params: unknown) => Promise<Result<Made>>;
};

export const producer = <S extends z.ZodType<object>>(
  { kind, params }: ProductionKind<S>,
  make: (on: Making, params: z.infer<S>) => Promise<Result<Made>>,
): Producer => ({ kind, make: (on, given) => make(on, params.parse(given)) });
