/** A wanted day as the draft keeps it: `2026-11-27`, or with an hour `2026-11-27T17:00`. */
import { endOfDay } from '#domain/calendar/end.ts';
import { type IsoDate, type Millis, momentOf } from '#domain/time.ts';
import type { Json } from '#forms/define.ts';
import type { Moment } from '#reading/time/read-times.ts';

const SHAPE = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2}))?$/;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

export const wantedValue = ({ date, minute }: Moment): string =>
  minute === null ? date : `${date}T${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;

export const isWanted = (value: Json | undefined): value is string => typeof value === 'string' && SHAPE.test(value);

export const wantedDay = (value: string): IsoDate => value.slice(0, 10);

export const wantedMoment = (value: string): Millis => {
  const [, date = '', hour, minute] = SHAPE.exec(value) ?? [];
  return hour === undefined ? endOfDay(date).due : momentOf(date, Number(hour) * 60 + Number(minute));
};

export const isAhead = (value: string, now: Millis): boolean => wantedMoment(value) > now;
