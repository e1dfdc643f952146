/** Pictures and documents: asked for in a turn, made by a job, since no turn does heavy work. */
import type { z } from 'zod';
import type { PersonId } from '#domain/directory/directory.ts';

/** Names a thing that can be made and the shape of what it is made from (ids and periods, no words of people). */
export type ProductionKind<S extends z.ZodType = z.ZodType> = { readonly kind: string; readonly params: S };

export const defineProduction = <S extends z.ZodType<object>>(kind: string, params: S): ProductionKind<S> => ({
  kind,
  params,
});

/** One that is asked for. It goes to the place it was asked in, or to a person wherever he can be reached. */
export type AskedProduction = { readonly kind: string; readonly params: object; readonly to?: PersonId };

export const ask = <S extends z.ZodType<object>>(
  { kind }: ProductionKind<S>,
  params: z.infer<S>,
  to?: PersonId,
): AskedProduction => ({ kind, params, ...(to === undefined ? {} : { to }) });
