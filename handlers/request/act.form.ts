/** What an act asks for before it is done: one form whose fields depend on the act. */

import { isSettled, positionsFor, URGENCIES } from '#domain/request/request.ts';
import type { Field, Form, Option } from '#forms/define.ts';
import { filesField, parseOption, parseText } from '#forms/fields.ts';
import { parseStaff, staffOptions } from '#handlers/staff.ts';
import { actQuestions } from '#text/request/act-questions.ts';
import { wordsQuestion } from '#text/request/acts/index.ts';
import { unitLabel } from '#text/request/card.ts';
import { opinionLines } from '#text/request/opinions.ts';
import { positions, upperFirst, urgencies } from '#text/request/words.ts';
import type { ActContext } from './act-context.ts';
import { partsField, unitField, untilField } from './act-fields.ts';
import { type Asked, isAsked } from './act-table.ts';
import { dateField, numberField, signerField, watcherField } from './document-fields.ts';

export const ACT_FORM = 'request.act';

const when = (field: Asked) => ({
  when: (_answers: unknown, { act }: ActContext): boolean => isAsked(act, field),
});

const person: Field<ActContext> = {
  key: 'person',
  label: actQuestions.person.label,
  ...when('person'),
  ask: (_answers, context) => ({
    lines: actQuestions.person.ask(context.dossier.request.code),
    options: colleagues(context).map((option) => [option]),
  }),
  parse: (input, _answers, context) => parseStaff(input, colleagues(context)),
};

export const colleagues = ({ reference, part, now }: ActContext): readonly Option[] =>
  part === null ? [] : staffOptions({ reference, unitId: part.unitId, holderId: part.holderId, now });

const position: Field<ActContext> = {
  key: 'position',
  label: actQuestions.position.label,
  ...when('position'),
  ask: (_answers, context) => ({
    lines: actQuestions.position.ask(context.dossier.request.code, context.dossier.request.subject),
    options: positionOptions(context).map((option) => [option]),
  }),
  parse: (input, _answers, context) => parseOption(input, positionOptions(context)),
};

const positionOptions = ({ dossier }: ActContext): readonly Option[] =>
  positionsFor(dossier.request.type).map((value) => ({ label: positions[value], value }));

const urgency: Field<ActContext> = {
  key: 'urgency',
  label: actQuestions.urgency.label,
  ...when('urgency'),
  ask: (_answers, context) => ({
    lines: actQuestions.urgency.ask(context.dossier.request.code, context.dossier.request.urgency),
    options: urgencyOptions(context).map((option) => [option]),
  }),
  parse: (input, _answers, context) => parseOption(input, urgencyOptions(context)),
  fits: (value) => URGENCIES.some((one) => one === value),
};

const urgencyOptions = ({ dossier }: ActContext): readonly Option[] =>
  URGENCIES.filter((one) => one !== dossier.request.urgency).map((value) => ({
    label: upperFirst(urgencies[value]),
    value,
  }));

/** Units that have not answered are waited for no longer only with a reason. */
const leftOut: Field<ActContext> = {
  key: 'left_out',
  label: actQuestions.leftOut.label,
  when: (_answers, { act, dossier }) => isAsked(act, 'left_out') && dossier.parts.some((part) => !isSettled(part)),
  ask: (_answers, { reference, dossier }) => ({
    lines: actQuestions.leftOut.ask(
      dossier.parts.filter((part) => !isSettled(part)).map((part) => unitLabel(reference.directory, part.unitId)),
    ),
    options: [],
  }),
  parse: parseText(500),
};

const words: Field<ActContext> = {
  key: 'words',
  label: actQuestions.words.label,
  ...when('words'),
  ask: (_answers, { act, reference, dossier }) => ({
    lines: [
      ...(act === 'synthesise' ? [...opinionLines(reference.directory, dossier), ''] : []),
      wordsQuestion(act, dossier.request.code),
    ],
    options: [],
  }),
  parse: parseText(),
};

export const actForm: Form<ActContext> = {
  id: ACT_FORM,
  version: 1,
  fields: [
    person,
    { ...watcherField, ...when('watcher') },
    { ...unitField, ...when('unit') },
    urgency,
    { ...partsField, ...when('parts') },
    position,
    { ...untilField, ...when('until') },
    leftOut,
    { ...numberField, ...when('number') },
    { ...dateField, ...when('date') },
    { ...signerField, ...when('signer') },
    words,
    { ...filesField<ActContext>('files', actQuestions.files), ...when('files') },
    { ...filesField<ActContext>('enclosures', actQuestions.enclosures), ...when('enclosures') },
  ],
};
