/**
 * The course of one past request as acts in the order of time: who did what, when. Pure. The sample says how many
 * working hours and days things took; the hours of the day, and who of a unit acts, are chosen here by the dice.
 */
import { addWorkingDays, type Calendar } from '#domain/calendar/calendar.ts';
import { addWorkingMinutes } from '#domain/calendar/working-time.ts';
import {
  type Directory,
  deskOf,
  headsOf,
  isValidOn,
  leadersOf,
  type PersonId,
  type UnitId,
  withSections,
} from '#domain/directory/directory.ts';
import type { Reference } from '#domain/reference.ts';
import type { Filed } from '#domain/request/filing.ts';
import type { Position } from '#domain/request/request.ts';
import { dateOf, type IsoDate, MINUTE, type Millis, momentOf } from '#domain/time.ts';
import { pick, type Random } from './data/past-chance.ts';
import { WORKING_DAYS_TO_DRAFT, WORKING_DAYS_TO_END, WORKING_DAYS_TO_SYNTHESIS } from './data/past-requests.ts';
import { SYNTHESIS } from './data/past-words.ts';
import type { PastRequest } from './data/types.ts';

export type PartAct =
  | { readonly act: 'receive' | 'approve' }
  | { readonly act: 'assign'; readonly to: PersonId }
  | { readonly act: 'answer'; readonly position: Position; readonly words: string };
export type RequestAct =
  | { readonly act: 'synthesise'; readonly remarks: string }
  | { readonly act: 'close'; readonly result: string }
  | { readonly act: 'withdraw'; readonly reason: string };

type When = { readonly at: Millis; readonly by: PersonId };
/** `part`: its place among the parts of the request, from 0; null: the whole request. */
export type Step = When & ((PartAct & { readonly part: number }) | (RequestAct & { readonly part: null }));

/** A request as the sample tells it and as it was filed. */
export type PastFiled = {
  readonly past: PastRequest;
  readonly filed: Filed;
  /** The section that leads the field: who works on it where the board owes the part. */
  readonly leadUnitId: UnitId;
};

export const stepsOf = (reference: Reference, told: PastFiled, random: Random): readonly Step[] => {
  const ofParts = told.past.parts.flatMap((_, index) => partSteps(reference, told, index, random));
  return [...ofParts, ...endSteps(reference, told, ofParts, random)].sort((a, b) => a.at - b.at);
};

const ASSIGNED_AFTER = 5 * MINUTE;

const partSteps = ({ calendar, directory }: Reference, told: PastFiled, index: number, random: Random): Step[] => {
  const past = told.past.parts[index];
  const filed = told.filed.parts[index];
  if (past === undefined || filed === undefined) throw new Error(`the request was not filed with its part ${index}`);
  if (past.receivedAfterWorkingHours === null) return [];
  const receivedAt = addWorkingMinutes(calendar, filed.askedAt, past.receivedAfterWorkingHours * 60);
  const day = dateOf(receivedAt);
  const receiver = pick(deskOf(directory, filed.unitId, day), random);
  const author = authorOf(directory, { day, unitId: filed.unitId, leadUnitId: told.leadUnitId }, random) ?? receiver;
  const steps: Step[] = [{ act: 'receive', part: index, at: receivedAt, by: receiver }];
  if (author !== receiver) {
    steps.push({ act: 'assign', part: index, at: receivedAt + ASSIGNED_AFTER, by: receiver, to: author });
  }
  if (past.position === null || past.answerText === null) return steps;
  const days = past.answeredAfterWorkingDays ?? WORKING_DAYS_TO_DRAFT;
  // The same day: soon after receipt, be it after hours, since the next working minute may be tomorrow's.
  const answeredAt =
    days === 0 ? receivedAt + minutes(random, 10, 40) : momentAfter(calendar, { day, workingDays: days }, random);
  steps.push({
    act: 'answer',
    part: index,
    at: answeredAt,
    by: author,
    position: past.position,
    words: past.answerText,
  });
  const leaders = leadersOf(directory, filed.unitId, day);
  if (past.answeredAfterWorkingDays === null || leaders.includes(author)) return steps;
  steps.push({ act: 'approve', part: index, at: answeredAt + minutes(random, 15, 120), by: pick(leaders, random) });
  return steps;
};

/** An official of the unit; of the board, one of the section that leads the field. None: a small unit. */
const authorOf = (
  directory: Directory,
  { day, unitId, leadUnitId }: { readonly day: IsoDate; readonly unitId: UnitId; readonly leadUnitId: UnitId },
  random: Random,
): PersonId | null => {
  const workplace = withSections(directory, unitId).includes(leadUnitId) ? leadUnitId : unitId;
  const officials = withSections(directory, workplace)
    .flatMap((id) => directory.byUnit.get(id) ?? [])
    .filter((row) => row.role === 'official' && isValidOn(row, day));
  return officials.length === 0 ? null : pick(officials, random).personId;
};

const endSteps = (
  { calendar, directory }: Reference,
  { past, filed }: PastFiled,
  ofParts: readonly Step[],
  random: Random,
): Step[] => {
  const { outcome } = past;
  const { askingUnitId, filerId, visibleAt } = filed.request;
  if (outcome === 'open') return [];
  const result = past.outcomeText ?? '';
  if (outcome === 'withdrawn') {
    const at = momentAfter(calendar, { day: dateOf(visibleAt), workingDays: WORKING_DAYS_TO_END }, random);
    return [{ act: 'withdraw', part: null, at, by: filerId, reason: result }];
  }
  const day = dateOf(Math.max(...ofParts.map((step) => step.at)));
  const synthesisedAt = momentAfter(calendar, { day, workingDays: WORKING_DAYS_TO_SYNTHESIS }, random);
  const synthesis: Step = { act: 'synthesise', part: null, at: synthesisedAt, by: filerId, remarks: SYNTHESIS };
  if (outcome === 'synthesised') return [synthesis];
  const approvers = ofParts.filter((step) => step.act === 'approve').map((step) => step.by);
  // Nobody closes what he has approved an answer in; the filer never has.
  const closer =
    [...headsOf(directory, askingUnitId, day), ...leadersOf(directory, askingUnitId, day)].find(
      (id) => !approvers.includes(id),
    ) ?? filerId;
  const closedAt = momentAfter(calendar, { day, workingDays: WORKING_DAYS_TO_END }, random);
  return [synthesis, { act: 'close', part: null, at: closedAt, by: closer, result }];
};

/** In office hours of the day so many working days later, early enough for an approval on the same day. */
const momentAfter = (
  calendar: Calendar,
  { day, workingDays }: { readonly day: IsoDate; readonly workingDays: number },
  random: Random,
): Millis => {
  const morning = momentOf(addWorkingDays(calendar, day, workingDays), 0);
  return addWorkingMinutes(calendar, morning, minutes(random, 15, 270) / MINUTE);
};

/** Whole minutes, as milliseconds. */
const minutes = (random: Random, from: number, to: number): Millis =>
  Math.floor(from + random() * (to - from)) * MINUTE;
