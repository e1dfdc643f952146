/** The answers of an act's form by their meaning. Each has been checked by its field; an act reads only what it asks for. */
import type { DocNumber } from '#domain/document/number.ts';
import type { OfficialDocument, Position, Urgency } from '#domain/request/request.ts';
import type { Answers } from '#forms/define.ts';
import { gatheredFiles } from '#forms/fields.ts';

export type Given = {
  /** Reason, remark, answer, message; captions and texts that came with files belong to it. */
  readonly words: string;
  readonly fileIds: readonly number[];
  readonly leftOut: string;
  readonly person: number;
  readonly watcher: number;
  readonly unit: number;
  readonly parts: readonly number[];
  readonly position: Position;
  readonly urgency: Urgency;
  readonly until: string;
  readonly document: OfficialDocument;
};

export const givenOf = (answers: Answers): Given => {
  const gathered = [gatheredFiles(answers, 'files'), gatheredFiles(answers, 'enclosures')];
  return {
    words: [text(answers.words), ...gathered.flatMap((one) => one.words)].filter((line) => line !== '').join('\n'),
    fileIds: gathered.flatMap((one) => one.ids),
    leftOut: text(answers.left_out),
    person: Number(answers.person),
    watcher: Number(answers.watcher),
    unit: Number(answers.unit),
    parts: Array.isArray(answers.parts) ? answers.parts.map(Number) : [],
    position: answers.position as Position, // the domain refuses what is not of the request's type
    urgency: answers.urgency as Urgency, // `fits` holds it to the list
    until: text(answers.until),
    document: {
      number: text(answers.number) as DocNumber, // the field keeps the parsed value only
      date: text(answers.date),
      signer: answers.signer === undefined ? null : text(answers.signer),
    },
  };
};

const text = (value: Answers[string] | undefined): string => (typeof value === 'string' ? value : '');
