/**
 * The ends of periods: `cuối tháng`, `hết quý 4`, `trong tuần`, `đầu tuần sau`. An end is a day; `trong …` is the
 * period, whose last day is a deadline. A week is Monday to Sunday, so its end is the Sunday.
 */
import type { IsoDate } from '#domain/time.ts';
import { addDays } from '#domain/time.ts';
import { canBe, type Place } from '../typed.ts';
import {
  type Atom,
  dayAtom,
  each,
  type Frame,
  type Reader,
  type Span,
  type SpanAtom,
  silent,
  spanAtom,
} from './atom.ts';
import { addMonths, monthOf, monthSpan, spanWithoutYear, weekSpan, yearOf, yearSpan } from './dates.ts';

const BARE =
  /\b(nua dau|nua cuoi|dau|cuoi|het|den het|giua|trong)(?: cung| tien)?(?: cua)? (tuan|thang|quy|nam)(?!\w| (?:hoach|che|dinh|mo|trinh|chuan|tac|uoc|doi|phap|cu|luat|nha)\b| (?:\d|nay|sau|toi|truoc|qua|mot|hai|ba|bon|lam|i|v|q)(?:\w|\b))/g;
const MARKED: Readonly<Record<string, readonly string[]>> = {
  tuan: ['tuần'],
  thang: ['tháng'],
  quy: ['quý', 'quí'],
  nam: ['năm'],
};

/** Of the present week, month, quarter or year. */
export const bareEdges: Reader = (frame, plain) =>
  each(plain, BARE, ({ place, groups: [, edge = '', unit = ''], before }) => {
    if (!canBe(frame.text, { start: place.end - unit.length, end: place.end }, ...(MARKED[unit] ?? []))) return null;
    if (/\b(?:\d+ thang|thang) $/.test(before) || /\btu $/.test(before)) return null;
    const span = present(frame.today, unit);
    // The beginning of this week is over: the next one is meant.
    const isOver = edge === 'dau' && span.from < frame.today && frame.direction !== 'back';
    return edgeOf(place, edge, isOver ? present(after(span), unit) : span);
  });

const after = ({ to }: Span): IsoDate => addDays(to, 1);

const present = (day: IsoDate, unit: string): Span => {
  if (unit === 'tuan') return weekSpan(day, 0);
  if (unit === 'thang') return monthSpan(yearOf(day), monthOf(day));
  if (unit === 'nam') return yearSpan(yearOf(day));
  const first = addMonths(`${day.slice(0, 8)}01`, -((monthOf(day) - 1) % 3));
  return monthSpan(yearOf(first), monthOf(first), 3);
};

const EDGE_BEFORE = /\b(nua dau|nua cuoi|dau|cuoi|den het|het|giua|trong|noi trong)(?: cung| tien)?(?: cua)? $/;

/** A period read already, with the word for one of its ends before it. */
export const withEdge = (frame: Frame, plain: string, span: SpanAtom): Atom => {
  const found = EDGE_BEFORE.exec(plain.slice(Math.max(0, span.start - 20), span.start));
  if (found === null) return span;
  return edgeOf({ start: span.start - found[0].length, end: span.end }, found[1] ?? '', ahead(frame, span));
};

/** A period that something is due in lies before us, unless figures are asked for. */
export const ahead = ({ today, direction }: Frame, span: SpanAtom): Span =>
  direction === 'open' && span.inYear !== undefined ? spanWithoutYear(today, 'forward', span.inYear) : span;

const edgeOf = (place: Place, edge: string, span: Span): Atom => {
  switch (edge) {
    case 'dau':
      return dayAtom(place, span.from) ?? silent(place);
    case 'cuoi':
    case 'het':
    case 'den het':
      return dayAtom(place, span.to) ?? silent(place);
    case 'nua dau':
    case 'nua cuoi':
      return halfOf(place, edge, span);
    // Not said which day of the middle.
    case 'giua':
      return silent(place);
    default:
      return spanAtom(place, span, { isEnd: true });
  }
};

/** Six months of a year, or a month up to its fifteenth; other halves are asked about. */
const halfOf = (place: Place, edge: string, { from, to }: Span): Atom => {
  const isYear = from.slice(4) === '-01-01' && to.slice(4) === '-12-31';
  const isMonth = from.slice(0, 7) === to.slice(0, 7);
  if (!isYear && !isMonth) return silent(place);
  const last = isYear ? monthSpan(yearOf(from), 1, 6).to : `${from.slice(0, 8)}15`;
  return spanAtom(place, edge === 'nua dau' ? { from, to: last } : { from: addDays(last, 1), to });
};
