/**
 * A sentence as answers of the filing form. What the words say is filled in; what they may mean is kept beside the
 * question as `among`, which no field takes for an answer, so that it is asked with these to choose from.
 */
import { isWorkingDay } from '#domain/calendar/calendar.ts';
import type { Reference } from '#domain/reference.ts';
import { addDays } from '#domain/time.ts';
import type { Answers, Json } from '#forms/define.ts';
import { relativeDays, subjectOfLetter } from '#reading/subject.ts';
import type { Moment, Time } from '#reading/time/read-times.ts';
import type { Understood } from '#reading/understand.ts';
import { formatDay } from '#text/calendar/dates.ts';
import { among, type Found, SENTENCE } from './among.ts';
import type { FileContext } from './file-context.ts';
import { isAhead, wantedValue } from './wanted.ts';

/** Letters of a subject; a longer matter begins the content. */
const LONGEST_SUBJECT = 500;

export type Said = { readonly text: string; readonly read: Understood };

/** @param about the message that it answers: the content, and what it says where the sentence itself says nothing */
export const answersFrom = (own: Said, about: Said | null, context: FileContext): Answers => {
  const found = { ...(about === null ? {} : foundIn(about.read, context)), ...foundIn(own.read, context) };
  const values = Object.fromEntries(Object.entries(found).map(([key, { value }]) => [key, value]));
  const of = about === null || own.read.grounds.matter !== '' ? own : about;
  const subject = { ...subjectOf(of, context), ...(about === null ? {} : contentOf(about.text)) };
  // Words of which nothing was understood are what was meant by them: the subject.
  const isPlain = Object.keys(found).length === 0 && subject.subject === undefined;
  const text = [own.text.trim(), about?.text ?? ''].filter((part) => part !== '').join('\n');
  return { ...(isPlain ? { ...subject, subject: of.text.trim() } : subject), ...values, [SENTENCE]: { text, found } };
};

/** Of several paragraphs, or too long for a letter's head: what it asks for is the subject, all of it the content. */
const subjectOf = ({ text: sentence, read }: Said, { reference, now, lexicon }: FileContext): Answers => {
  const { matter } = read.grounds;
  const isLong = matter.length > LONGEST_SUBJECT || sentence.trim().includes('\n');
  if (!isLong) return matter === '' ? {} : { subject: withDates(matter, read) };
  const head = subjectOfLetter(sentence, { now, calendar: reference.calendar, lexicon }) ?? matter;
  const subject = head.length > SHORT_SUBJECT ? head.slice(0, SHORT_SUBJECT).replace(/\s+\S*$/, '') : head;
  return { subject, ...contentOf(sentence) };
};

const contentOf = (text: string): Answers => ({
  files: { ids: [], names: [], words: [text.normalize('NFC').trim()], done: false },
});

/** Whoever reads it does so on another day. */
const withDates = (matter: string, read: Understood): string =>
  relativeDays(read).reduce((words, { text, date }) => words.replace(text, `${text} (${formatDay(date)})`), matter);

/** A letter's head, cut between two words. */
const SHORT_SUBJECT = 200;

const foundIn = (read: Understood, context: FileContext): Record<string, Found> => {
  const { words } = read.grounds;
  const all: readonly (readonly [key: string, words: string | undefined, value: Json | undefined])[] = [
    ['zone', words.zone ?? words.enterprise, zoneOf(read, context.reference)],
    ['field', words.field, fieldOf(read, context.reference)],
    ['units', words.units, unitsOf(read, context)],
    ['type', words.type, read.type ?? undefined],
    ['urgency', words.urgency, read.urgency ?? undefined],
    ['enterprise', words.enterprise, enterpriseOf(read, context.reference)?.id],
    ['wanted', words.deadline, wantedOf(read, context)],
  ];
  return Object.fromEntries(
    all.flatMap(([key, said, value]) =>
      said === undefined || value === undefined ? [] : [[key, { words: said, value }] as const],
    ),
  );
};

/** An enterprise lies in one zone. */
const zoneOf = (read: Understood, reference: Reference): Json | undefined => {
  const ids = (codes: readonly string[]): number[] =>
    [...reference.zones.values()].filter(({ code }) => codes.includes(code)).map(({ id }) => id);
  if (read.grounds.open.zones.length > 0) return among(ids(read.grounds.open.zones));
  return read.zone === null ? (enterpriseOf(read, reference)?.zoneId ?? undefined) : ids([read.zone])[0];
};

const enterpriseOf = ({ enterprise }: Understood, reference: Reference) =>
  enterprise === null ? undefined : [...reference.enterprises.values()].find(({ taxCode }) => taxCode === enterprise);

/** The seven fields of the regulation are what is filed under; a narrower one that was named belongs to one of them. */
const fieldOf = (read: Understood, reference: Reference): Json | undefined => {
  const codes = read.field === null ? read.grounds.open.fields : [read.field];
  const whole = [...reference.fields.values()].filter(({ code }) => codes.includes(code));
  const ids = [...new Set(whole.map(({ id, parentId }) => parentId ?? id))];
  return ids.length > 1 ? among(ids) : ids[0];
};

/** The unit that files is not asked; of those that took over from one that has ended the person chooses. */
const unitsOf = (read: Understood, { reference, unit }: FileContext): Json | undefined => {
  const { open } = read.grounds;
  const ids = (codes: readonly string[]): number[] =>
    codes.flatMap((code) => reference.directory.unitsByCode.get(code)?.id ?? []).filter((id) => id !== unit.id);
  const certain = ids(read.units.filter((code) => !open.units.includes(code)));
  if (open.units.length > 0) return among(ids(open.units).map((id) => [...certain, id]));
  return certain.length === 0 ? undefined : certain;
};

/** Nobody wants an answer this many days from now: `trước 20/11`, said three days later, was meant for this year. */
const FAR_DAYS = 183;

/** A day that was not said to be the last one, has passed, is far, is a day off or no day at all is asked about. */
const wantedOf = (read: Understood, context: FileContext): Json | undefined => {
  const { deadline, grounds } = read;
  if (deadline === null)
    return grounds.words.deadline === undefined ? undefined : among(grounds.open.moments.map(wantedValue));
  const isSaid = read.times.some((time) => isLast(time, deadline));
  const value = wantedValue(deadline);
  const isNear = isAhead(value, context.now) && deadline.date <= addDays(context.day, FAR_DAYS);
  const isFit = isSaid && isNear && isWorkingDay(context.reference.calendar, deadline.date);
  return isFit ? value : among([value]);
};

const isLast = (time: Time, { date }: Moment): boolean =>
  time.kind === 'period' ? time.to === date : time.kind === 'date' && time.role === 'deadline' && time.date === date;
