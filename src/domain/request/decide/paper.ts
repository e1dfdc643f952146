/**
 * What is done on paper and entered here: an answer that came as a letter, the day a letter arrived at a unit with nobody
 * linked, and the numbers of documents. The document's date stops the clock, whenever it is entered.
 */
import { endOfDay } from '#domain/calendar/end.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf, type IsoDate, momentOf } from '#domain/time.ts';
import { answerDeadline } from '../clock.ts';
import type { Case, Decision } from '../decision.ts';
import { type OfficialDocument, type Part, type Position, positionsFor } from '../request.ts';

export type PaperAnswer = {
  readonly position: Position;
  readonly document: OfficialDocument;
  readonly words: string;
  readonly fileIds: readonly number[];
};

/** After the silence a letter of before the date still counts as in time; a later one is kept beside, as late. */
export const recordAnswer = (on: Case, part: Part, input: PaperAnswer): Result<Decision> => {
  const { dossier, now } = on;
  const { position, document } = input;
  if (!positionsFor(dossier.request.type).includes(position)) return refused('answer.position');
  const fault = dateFault(on, document.date);
  if (fault !== null) return fault;
  const answeredAt = Math.min(now, endOfDay(document.date).due);
  const late = answeredAt > part.due;
  const staysSilent = part.state === 'silent' && late;
  const received = part.receivedAt === null ? { receivedAt: answeredAt, receivedBy: on.actor } : {};
  const move = staysSilent ? {} : { from: part.state, to: 'answered' };
  return ok({
    parts: staysSilent ? [] : [{ id: part.id, state: 'answered', ...received, submittedAt: answeredAt, answeredAt }],
    side: [{ kind: 'answer_given', partId: part.id, ...input, late, issued: true }],
    facts: [
      {
        kind: 'answer_recorded',
        partId: part.id,
        data: {
          ...move,
          ...{ position, late, number: document.number, date: document.date, signer: document.signer },
        },
      },
    ],
    told: ['filer', 'holder', 'desk', 'leaders'],
  });
};

/** The clock of a part that is followed on paper starts on the day the letter came (DESIGN 4). */
export const recordArrival = (on: Case, part: Part, date: IsoDate): Result<Decision> => {
  const fault = dateFault(on, date);
  if (fault !== null) return fault;
  const { reference, regulation, dossier, actor } = on;
  // A letter comes in office hours; midnight would read as the end of the day before.
  const opening = reference.calendar.sessions[0]?.from ?? 0;
  const begun = { termFrom: momentOf(date, opening), termEvent: 'letter_arrived' as const };
  const terms = { ...part, ...begun };
  const { due, provisional } = answerDeadline(reference.calendar, regulation, dossier.request, terms);
  const received = { receivedAt: begun.termFrom, receivedBy: actor };
  return ok({
    parts: [{ id: part.id, state: 'accepted', ...received, ...begun, due, provisional }],
    facts: [{ kind: 'arrival_recorded', partId: part.id, data: { from: part.state, to: 'accepted', date, due } }],
    told: ['filer'],
  });
};

/** Not before the request was made, and not in the future. */
const dateFault = ({ dossier, now }: Case, date: IsoDate) => {
  const first = dateOf(dossier.request.filedAt);
  if (date > dateOf(now)) return refused('document.future', { date });
  return date < first ? refused('document.before', { date, first }) : null;
};

export const numberRequest = (
  { dossier }: Case,
  { document: { number, date }, fileIds }: { readonly document: OfficialDocument; readonly fileIds: readonly number[] },
): Decision => ({
  request: { docNumber: number, docDate: date },
  side: fileIds.length === 0 ? [] : [{ kind: 'files_added', fileIds }],
  facts: [
    {
      kind: 'number_entered',
      partId: null,
      data: { before: dossier.request.docNumber, number, date, files: fileIds.length },
    },
  ],
  told: [],
});

export const numberAnswer = (part: Part, document: OfficialDocument): Result<Decision> => {
  const { answer } = part;
  if (answer === null) return refused('document.no_answer');
  const { number, date } = document;
  return ok({
    side: [
      {
        kind: 'answer_numbered',
        answerId: answer.id,
        document: { ...document, signer: answer.document?.signer ?? null },
      },
    ],
    facts: [
      { kind: 'number_entered', partId: part.id, data: { before: answer.document?.number ?? null, number, date } },
    ],
    told: [],
  });
};
