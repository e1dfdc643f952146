/**
 * A decision is either taken or refused. A refusal is a value: a code with parameters, put into words by
 * `text/refusals.ts`; it is never thrown and never logged as an error.
 */
import type { RefusalCode } from './refusals.ts';

export type Refusal = {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly params: Readonly<Record<string, string | number>>;
};
export type Result<T> = { readonly ok: true; readonly value: T } | Refusal;

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const refused = (code: RefusalCode, params: Readonly<Record<string, string | number>> = {}): Refusal => ({
  ok: false,
  code,
  params,
});
