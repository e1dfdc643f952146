/**
 * A form is data: ordered fields, each with a question, a parser and a condition. Its state is only the answers by
 * key; where one stands is derived from them, so a restart, another process, another channel or a changed form all
 * go on at the first gap. `C` is what the fields need to know, loaded beforehand, so that everything here is pure.
 */
import type { Refusal, Result } from '#domain/result.ts';
import type { Line } from '#message/outbound.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export type Answers = { readonly [key: string]: Json };

/** What a person gives to a question. A stored file is already a number by then. */
export type Input =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'option'; readonly value: Json }
  | {
      readonly kind: 'files';
      readonly caption: string;
      readonly fileIds: readonly number[];
      /** As the sender named them, in the order of the ids. */
      readonly names?: readonly string[];
    }
  | { readonly kind: 'other' };

export type Option = { readonly label: string; readonly value: Json };

export type Question = { readonly lines: readonly Line[]; readonly options: readonly (readonly Option[])[] };

export type Field<C> = {
  readonly key: string;
  /** Short name, shown when choosing what to edit. */
  readonly label: string;
  readonly ask: (answers: Answers, context: C) => Question;
  /** The value to keep, from words, an option or files. A refusal repeats the question. */
  readonly parse: (input: Input, answers: Answers, context: C) => Result<Json>;
  /** Asked only when this holds; absent: always. */
  readonly when?: (answers: Answers, context: C) => boolean;
  /** A kept answer that no longer fits (the form or the data changed) counts as missing. Absent: any value fits. */
  readonly fits?: (value: Json, answers: Answers, context: C) => boolean;
  /** Never asked by itself: only when it was chosen to be edited. Its open state is `null`, its empty one `false`. */
  readonly optional?: true;
  /** These words answer something else: they go to the field that gathers files and words, and the question stays. */
  readonly yields?: (refusal: Refusal) => boolean;
  /** Takes files that come at any question of the form. */
  readonly collectsFiles?: true;
  /** More input may follow (files, several messages): the field stays open until its own option ends it. */
  readonly gathers?: (value: Json) => boolean;
  /** What stays of the answer when it is edited; absent: nothing, it is given anew. */
  readonly reopened?: (value: Json) => Json;
};

export type Form<C> = {
  readonly id: string;
  /** Raised when the meaning of a key changes; answers of another version are read by the fields' `fits`. */
  readonly version: number;
  readonly fields: readonly Field<C>[];
};

export type Answered = { readonly ok: true; readonly answers: Answers } | Refusal;
