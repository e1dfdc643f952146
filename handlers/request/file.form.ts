/** The form of a new request, and what its answers amount to. */
import type { DocNumber } from '#domain/document/number.ts';
import type { Draft } from '#domain/request/filing.ts';
import type { RequestType, Urgency } from '#domain/request/request.ts';
import type { Answers, Form } from '#forms/define.ts';
import { filesField, gatheredFiles } from '#forms/fields.ts';
import { questions } from '#text/request/filing.ts';
import type { FileContext } from './file-context.ts';
import { extraOf, offeredField, requiredField } from './file-extra.ts';
import { fieldField, NO_ZONE, subjectField, typeField, unitsField, urgencyField, zoneField } from './file-fields.ts';
import { docDateField, docNumberField, enterpriseField, signerField, wantedField } from './file-more.ts';
import { isWanted, wantedMoment } from './wanted.ts';

export const FILE_FORM = 'request.file';

export const fileForm: Form<FileContext> = {
  id: FILE_FORM,
  version: 1,
  fields: [
    subjectField,
    zoneField,
    fieldField,
    unitsField,
    typeField,
    requiredField,
    urgencyField,
    filesField('files', questions.files),
    docNumberField,
    docDateField,
    enterpriseField,
    wantedField,
    signerField,
    offeredField,
  ],
};

/** A complete form as a draft; its answers have been checked by the fields' `fits`. */
export const draftOf = (answers: Answers, context: FileContext): Draft => ({
  subject: String(answers.subject),
  content: gatheredFiles(answers, 'files').words.join('\n'),
  zoneId: Number(answers.zone) === NO_ZONE ? null : Number(answers.zone),
  fieldId: Number(answers.field),
  enterpriseId: typeof answers.enterprise === 'number' ? answers.enterprise : null,
  unitIds: Array.isArray(answers.units) ? answers.units.map(Number) : [],
  type: answers.type as RequestType, // `fits` holds it to the list
  urgency: answers.urgency as Urgency, // `fits` holds it to the list
  docNumber: textOf(answers.docNumber) as DocNumber | null, // `fits` holds it to the parsed form
  docDate: textOf(answers.docNumber) === null ? null : textOf(answers.docDate),
  wantedBy: isWanted(answers.wanted) ? wantedMoment(answers.wanted) : null,
  signerId: typeof answers.signer === 'number' ? answers.signer : null,
  extra: extraOf(answers, context),
});

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
