/** What an act asks for before it is done: one form whose fields depend on the act. */

import { staffOf } from '#domain/directory/directory.ts';
import type { Reference } from '#domain/reference.ts';
import type { ActName } from '#domain/request/acts.ts';
import { type Part, type Position, positionsFor, type Request } from '#domain/request/request.ts';
import { ok, refused } from '#domain/result.ts';
import type { IsoDate } from '#domain/time.ts';
import type { Field, Form, Option } from '#forms/define.ts';
import { filesField, parseOption, parseText } from '#forms/fields.ts';
import { key } from '#text/key.ts';
import { actQuestions } from '#text/request/act-questions.ts';
import { positions } from '#text/request/words.ts';

export const ACT_FORM = 'request.act';

export type ActContext = {
  readonly reference: Reference;
  readonly act: ActName;
  readonly request: Request;
  readonly part: Part | null;
  readonly day: IsoDate;
};

/** The acts that ask for something; the others are done by one tap. */
export const ASKING_ACTS: readonly ActName[] = ['assign', 'answer', 'return_draft', 'synthesise', 'close'];

const person: Field<ActContext> = {
  key: 'person',
  label: actQuestions.person.label,
  when: (_answers, { act }) => act === 'assign',
  ask: (_answers, context) => ({
    lines: actQuestions.person.ask(context.request.code),
    options: staffOptions(context).map((option) => [option]),
  }),
  parse: (input, _answers, context) => {
    const options = staffOptions(context);
    if (input.kind !== 'text') return parseOption(input, options);
    const found = options.filter((option) => key(option.label).includes(key(input.text)));
    const [only] = found;
    return found.length === 1 && only !== undefined ? ok(only.value) : refused('field.choose');
  },
};

const staffOptions = ({ reference, part, day }: ActContext): readonly Option[] =>
  part === null
    ? []
    : staffOf(reference.directory, part.unitId, day).flatMap((id) => {
        const one = reference.directory.people.get(id);
        return one === undefined || id === part.holderId ? [] : [{ label: `${one.name} (${one.title})`, value: id }];
      });

const position: Field<ActContext> = {
  key: 'position',
  label: actQuestions.position.label,
  when: (_answers, { act }) => act === 'answer',
  ask: (_answers, context) => ({
    lines: actQuestions.position.ask(context.request.code, context.request.subject),
    options: positionOptions(context).map((option) => [option]),
  }),
  parse: (input, _answers, context) => parseOption(input, positionOptions(context)),
};

const positionOptions = ({ request }: ActContext): readonly Option[] =>
  positionsFor(request.type).map((value: Position) => ({ label: positions[value], value }));

const words: Field<ActContext> = {
  key: 'words',
  label: actQuestions.words.label,
  when: (_answers, { act }) => act !== 'assign',
  ask: (_answers, { act, request }) => ({ lines: actQuestions.words.ask(act, request.code), options: [] }),
  parse: parseText(),
};

export const actForm: Form<ActContext> = {
  id: ACT_FORM,
  version: 1,
  fields: [
    person,
    position,
    words,
    { ...filesField<ActContext>('files', actQuestions.files), when: (_answers, { act }) => act === 'answer' },
  ],
};
