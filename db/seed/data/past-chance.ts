/**
 * The dice of the past requests: how urgent, how fast, with which answer. Shares are invented, but lively: most answers
 * are in time, one in six is late, one in six of the recent ones is missing.
 */
import { ANSWERS } from './past-words.ts';
import type { PartPosition, PastPart, RequestType, Urgency } from './types.ts';

/** The next number of a stream, from 0 up to 1. */
export type Random = () => number;

/** Mulberry32: its stream is fixed by the seed alone, on every machine and version. */
export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export const pick = <T>(items: readonly T[], random: Random): T => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

/** An express request is for deeds: nobody asks for an opinion within four hours. */
export const urgencyFor = (type: RequestType, random: Random): Urgency => {
  const share = random();
  if (share < 0.68) return 'thuong';
  if (share < 0.9) return 'khan';
  return share < 0.96 || type === 'opinion' || type === 'site_survey' ? 'thuong_khan' : 'hoa_toc';
};

/** Receipt in working hours; answers in working days after it, in time or late under every version of the regulation. */
const PACE: Record<Urgency, { receiptHours: number; inTime: readonly number[]; late: readonly number[] }> = {
  thuong: { receiptHours: 8, inTime: [2, 3, 4, 4, 5], late: [11, 12, 14] },
  khan: { receiptHours: 4, inTime: [1, 2, 2, 3], late: [6, 7] },
  thuong_khan: { receiptHours: 2, inTime: [0, 1], late: [2, 3] },
  hoa_toc: { receiptHours: 0.5, inTime: [0], late: [1] },
};

const POSITIONS: Record<RequestType, readonly PartPosition[]> = {
  opinion: ['agree', 'agree', 'agree', 'agree_with_remarks', 'agree_with_remarks', 'disagree'],
  information: ['information_given'],
  joint_work: ['people_sent', 'done'],
  site_survey: ['people_sent', 'done'],
  difficulty: ['done', 'information_given'],
};

export const unreceived = (unit: string): PastPart => ({
  unit,
  receivedAfterWorkingHours: null,
  answeredAfterWorkingDays: null,
  position: null,
  answerText: null,
});

/** A part as it goes when nothing cuts it short; a quarter of an hour is the finest step of receipt. */
export const courseOf = (unit: string, type: RequestType, urgency: Urgency, random: Random): PastPart => {
  const pace = PACE[urgency];
  const position = pick(POSITIONS[type], random);
  return {
    unit,
    receivedAfterWorkingHours: Math.ceil(random() * pace.receiptHours * 4) / 4 || 0.25,
    answeredAfterWorkingDays: pick(random() < 0.17 ? pace.late : pace.inTime, random),
    position,
    answerText: pick(ANSWERS[position], random),
  };
};

/** A recent part that nobody answers: some are not even received, of some a draft waits for the leader. */
export const stallOf = (random: Random): 'none' | 'unanswered' | 'undecided' | 'unreceived' => {
  const share = random();
  if (share < 0.06) return 'unreceived';
  if (share < 0.13) return 'unanswered';
  return share < 0.18 ? 'undecided' : 'none';
};

/** A recent request whose result nobody has written yet. */
export const isLeftUnclosed = (random: Random): boolean => random() < 0.2;
