/**
 * Loads the past requests by doing what happened once more: each is filed, and each act decided and saved by the code
 * that serves people, at its moment in the story. So sample rows and facts are what the product writes.
 */
import { isWorkingDay } from '#domain/calendar/calendar.ts';
import { addWorkingMinutes } from '#domain/calendar/working-time.ts';
import { type Reference, regulationOf } from '#domain/reference.ts';
import type { FactDraft } from '#domain/request/decision.ts';
import { applied } from '#domain/request/decision.ts';
import { type Filed, file } from '#domain/request/filing.ts';
import { silence, silenceAt } from '#domain/request/silence.ts';
import { addDays, dateOf, type Millis, momentOf, SECOND } from '#domain/time.ts';
import type { Tx } from '../client.ts';
import { insertRequest, newRequestId } from '../request/insert.ts';
import { moveMoments } from '../request/part-moments.ts';
import { dossiersById, type LoadedDossier, lockDossier } from '../request/request.ts';
import { saveDecision } from '../request/write.ts';
import { type Ids, idOf, idsOf } from './codes.ts';
import { fields } from './data/fields.ts';
import { type Random, randomFrom } from './data/past-chance.ts';
import { pastRequests } from './data/past-requests.ts';
import type { PastRequest } from './data/types.ts';
import { decideStep } from './past-decide.ts';
import { type Step, stepsOf } from './past-steps.ts';

const SEED = 2026;
const UNDO_MS = 30 * SECOND;

/** @param reference as this transaction has written it, people included. @returns how many */
export const seedPastRequests = async (tx: Tx, reference: Reference, now: Millis): Promise<number> => {
  const { calendar } = reference;
  const until = addDays(dateOf(now), -1);
  const story = pastRequests(SEED, { isWorkingDay: (date) => isWorkingDay(calendar, date), until });
  const codes = await loadCodes(tx, reference);
  const filings = story
    .map((past, index) => filingOf(reference, past, randomFrom(index)))
    // The order of the numbers: filed in the order of time.
    .sort((a, b) => a.filedAt - b.filedAt);
  const stories: Story[] = [];
  for (const filing of filings) stories.push(await fileAgain(tx, reference, codes, filing));
  await replayAll(tx, reference, stories);
  const ids = stories.map(({ id }) => id);
  await setMoments(tx, reference, ids, now);
  return ids.length;
};

/** Side by side: no request knows of another, and their statements share the round trips. */
const replayAll = async (tx: Tx, reference: Reference, stories: readonly Story[]): Promise<void> => {
  const running = stories.map((one) => replay(tx, reference, one));
  try {
    await Promise.all(running);
  } finally {
    // All have ended before an error ends the transaction: a statement sent after the rollback would be kept.
    await Promise.allSettled(running);
  }
};

type Filing = { readonly past: PastRequest; readonly filedAt: Millis; readonly random: Random };

/** In the morning or early in the afternoon of its day. */
const filingOf = ({ calendar }: Reference, past: PastRequest, random: Random): Filing => ({
  past,
  filedAt: addWorkingMinutes(calendar, momentOf(past.filedOn, 0), 10 + Math.floor(random() * 300)),
  random,
});

type Codes = Readonly<Record<'units' | 'people' | 'fields' | 'zones' | 'enterprises', Ids>>;

const loadCodes = async (tx: Tx, { directory, fields: known, zones }: Reference): Promise<Codes> => ({
  units: idsOf([...directory.units.values()]),
  people: idsOf([...directory.people.values()].map(({ id, key }) => ({ id, code: key }))),
  fields: idsOf([...known.values()]),
  zones: idsOf([...zones.values()]),
  enterprises: idsOf(await tx.selectFrom('enterprise').select(['id', 'tax_code as code']).execute()),
});

type Story = { readonly id: number; readonly filed: Filed; readonly steps: readonly Step[] };

const fileAgain = async (tx: Tx, reference: Reference, codes: Codes, filing: Filing): Promise<Story> => {
  const { past, filedAt, random } = filing;
  const filed = filedOf(reference, codes, filing);
  const origin = { actorId: filed.request.filerId, channel: null, at: filedAt };
  const id = await newRequestId(tx);
  await insertRequest(tx, { id, filed, fileIds: [], origin });
  const leadUnitId = idOf(codes.units, leadSectionOf(past.field));
  return { id, filed, steps: stepsOf(reference, { past, filed, leadUnitId }, random) };
};

const filedOf = (reference: Reference, codes: Codes, { past, filedAt }: Filing): Filed => {
  const askingUnit = reference.directory.units.get(idOf(codes.units, past.askingUnit));
  if (askingUnit === undefined) throw new Error(`${past.askingUnit} has an id and is not in the directory`);
  const draft = {
    type: past.type,
    fieldId: idOf(codes.fields, past.field),
    zoneId: past.zone === null ? null : idOf(codes.zones, past.zone),
    enterpriseId: past.enterprise === null ? null : idOf(codes.enterprises, past.enterprise),
    subject: past.subject,
    content: '',
    urgency: past.urgency,
    docNumber: null,
    docDate: null,
    signerId: null,
    extra: [],
    unitIds: past.parts.map((part) => idOf(codes.units, part.unit)),
    wantedBy: null,
  };
  const filerId = idOf(codes.people, past.filerKey);
  const result = file({ reference, filerId, unit: askingUnit, now: filedAt, undoMs: UNDO_MS }, draft);
  if (!result.ok) throw new Error(`the sample request "${past.subject}" is refused: ${result.code}`);
  return result.value;
};

const leadSectionOf = (field: string): string => {
  const found = fields.find(({ code }) => code === field);
  if (found === undefined) throw new Error(`the sample data name ${field}, which is not among them`);
  return found.leadSection;
};

const replay = async (tx: Tx, reference: Reference, { id, filed, steps }: Story): Promise<void> => {
  const { visibleAt } = filed.request;
  const sent: FactDraft = { kind: 'sent', partId: null, data: { units: filed.parts.length } };
  const origin = { actorId: null, channel: null, at: visibleAt };
  await saveDecision(tx, await load(tx, id), { facts: [sent], told: [] }, origin);
  for (const step of steps) await perform(tx, reference, id, step);
};

/** One act, in the steps of the product: load, decide, save. */
const perform = async (tx: Tx, reference: Reference, requestId: number, step: Step): Promise<void> => {
  const dossier = await load(tx, requestId);
  const regulation = regulationOf(reference, dossier.request);
  const decision = decideStep({ reference, regulation, dossier, actor: step.by, now: step.at }, step);
  await saveDecision(tx, dossier, decision, { actorId: step.by, channel: null, at: step.at });
};

const load = async (tx: Tx, requestId: number): Promise<LoadedDossier> => {
  const dossier = await lockDossier(tx, requestId);
  if (dossier === null) throw new Error(`request ${requestId} was just filed and is not there`);
  return dossier;
};

/** Only moments to come: the first start must not send what came due while nobody was there to be told. */
const setMoments = async (tx: Tx, reference: Reference, ids: readonly number[], now: Millis): Promise<void> => {
  for (const dossier of await dossiersById(tx, ids)) {
    const { request, parts } = await endInSilence(tx, reference, dossier, now);
    await moveMoments(tx, { reference, request, now }, parts);
  }
};

/** Terms that ended without an answer: their events are written, once and now. */
const endInSilence = async (
  tx: Tx,
  reference: Reference,
  dossier: LoadedDossier,
  now: Millis,
): Promise<LoadedDossier> => {
  if (dossier.request.state !== 'open') return dossier;
  const regulation = regulationOf(reference, dossier.request);
  let current = dossier;
  for (const part of dossier.parts) {
    const at = silenceAt(reference.calendar, part);
    if (at === null || at > now) continue;
    const decision = silence({ regulation }, part);
    const head = await saveDecision(tx, current, decision, { actorId: null, channel: null, at: now });
    current = { ...applied(current, decision), head };
  }
  return current;
};
