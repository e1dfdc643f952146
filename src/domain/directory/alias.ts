/** Another name of a thing that sentences speak of, and a change of the list of them. */
import { ok, type Result, refused } from '#domain/result.ts';

export const ALIAS_KINDS = ['unit', 'zone', 'enterprise', 'field', 'type', 'urgency'] as const;
export type AliasKind = (typeof ALIAS_KINDS)[number];

/** What is named: by its code, an enterprise by its tax code. */
export type AliasTarget = { readonly kind: AliasKind; readonly subject: string };
export type Alias = AliasTarget & { readonly name: string };

export type AliasStep = {
  readonly kind: 'add_alias' | 'drop_alias';
  readonly target: AliasTarget;
  readonly name: string;
  /** What it names, as the screen said when it was asked for: the history keeps it. */
  readonly of: string;
};

export const isAliasStep = <S extends { readonly kind: string }>(step: S): step is Extract<S, AliasStep> =>
  step.kind === 'add_alias' || step.kind === 'drop_alias';

/** Whether a new name can be told from all others is for the reader of sentences to say. */
export const checkAliasStep = (aliases: readonly Alias[], { kind, name }: AliasStep): Result<null> =>
  kind === 'drop_alias' && !aliases.some((one) => one.name === name) ? refused('alias.gone', { name }) : ok(null);
