/** `cli understand`: one line of text to one JSON line, in the shape that DESIGN 8 gives; null where absent. */

import type { Moment, Time } from '#reading/time/read-times.ts';
import { type Known, understand } from '#reading/understand.ts';

export const answerUnderstand = (line: string, known: Known) => {
  const read = understand(line, known);
  return {
    intent: read.intent,
    times: read.times.map(shownTime),
    deadline: read.deadline === null ? null : shown(read.deadline),
    period: read.period,
    units: read.units,
    zone: read.zone,
    enterprise: read.enterprise,
    field: read.field,
    urgency: read.urgency,
    type: read.type,
    code: read.code,
  };
};

const shown = ({ date, minute }: Moment) => ({ date, ...(minute === null ? {} : { time: timeOf(minute) }) });

const shownTime = (time: Time) => {
  const { text, kind } = time;
  if (time.kind === 'date') return { text, kind, ...shown(time) };
  if (time.kind === 'period') return { text, kind, from: time.from, to: time.to };
  return { text, kind, candidates: time.candidates.map(candidate) };
};

/** As `deadline` prints an end: a day, or a day and its hour. */
const candidate = ({ date, minute }: Moment): string => (minute === null ? date : `${date} ${timeOf(minute)}`);

const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
