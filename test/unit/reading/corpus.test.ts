/**
 * The corpus read in four forms. Right: all that is expected was found. Wrong: something else was. Silent: something
 * is missing, or was given as a question; that costs a tap, and a wrong date costs a deadline.
 */
import { expect, test } from 'vitest';
import { answerUnderstand } from '#src/cli/understand.ts';
import { dates } from './corpus/dates.ts';
import { feasts } from './corpus/feasts.ts';
import { field } from './corpus/field.ts';
import { hours } from './corpus/hours.ts';
import { intents } from './corpus/intents.ts';
import type { Sentence } from './corpus/lines.ts';
import { names } from './corpus/names.ts';
import { noTimes } from './corpus/no-times.ts';
import { periods } from './corpus/periods.ts';
import { sentences } from './corpus/sentences.ts';
import { slots } from './corpus/slots.ts';
import { terms } from './corpus/terms.ts';
import { weekdays } from './corpus/weekdays.ts';
import { known } from './sample.ts';

const CORPUS = { dates, weekdays, hours, terms, periods, feasts, noTimes, names, slots, intents, sentences, field };

const withoutMarks = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

const FORMS = {
  'as written': (text: string) => text,
  'without marks': withoutMarks,
  NFD: (text: string) => text.normalize('NFD'),
  capitals: (text: string) => text.toUpperCase(),
};

type Answer = ReturnType<typeof answerUnderstand>;
type Verdict = 'right' | 'silent' | 'wrong';

/** Each slot as the corpus writes it; nothing for absent. */
const slotOf = (answer: Answer, slot: string): string => {
  switch (slot) {
    case 'times':
      return answer.times.map(timeText).join('; ');
    case 'deadline':
      return answer.deadline === null ? '' : momentText(answer.deadline);
    case 'period':
      return answer.period === null ? '' : `${answer.period.from}..${answer.period.to}`;
    case 'units':
      return answer.units.join('+');
    default:
      return String(Object.entries(answer).find(([name]) => name === slot)?.[1] ?? '');
  }
};

const momentText = ({ date, time }: { date: string; time?: string }): string =>
  time === undefined ? date : `${date} ${time}`;

const timeText = (time: Answer['times'][number]): string => {
  if ('candidates' in time) return `?${time.candidates.join(',')}`;
  return 'date' in time ? momentText(time) : `${time.from}..${time.to}`;
};

const verdictOf = (answer: Answer, { expected }: Sentence): Verdict => {
  const differing = Object.entries(expected).flatMap(([slot, value]) => {
    const [is, should] = [slotOf(answer, slot), value === '-' ? '' : value];
    return is === should ? [] : [{ is, should }];
  });
  if (differing.length === 0) return 'right';
  return differing.every(({ is }) => is === '' || is === 'none' || is.startsWith('?')) ? 'silent' : 'wrong';
};

const worldAt = new Map<number, ReturnType<typeof known>>();
const worldOf = (now: number) => {
  const world = worldAt.get(now) ?? known(now);
  worldAt.set(now, world);
  return world;
};

const score = (form: keyof typeof FORMS) => {
  const faults: string[] = [];
  const rows = Object.entries(CORPUS).map(([kind, all]) => {
    const counts = { right: 0, silent: 0, wrong: 0 };
    for (const sentence of all) {
      const answer = answerUnderstand(FORMS[form](sentence.text), worldOf(sentence.now));
      const verdict = verdictOf(answer, sentence);
      counts[verdict] += 1;
      if (verdict === 'right') continue;
      const found = Object.keys(sentence.expected).map((slot) => `${slot}=${slotOf(answer, slot)}`);
      faults.push(`${verdict} [${kind}] ${sentence.text} => ${found.join(' ')}`);
    }
    return { kind, ...counts };
  });
  return { rows, faults };
};

const total = (rows: readonly Record<Verdict, number>[], verdict: Verdict): number =>
  rows.reduce((sum, row) => sum + row[verdict], 0);

test('the corpus has at least 600 sentences, a fifth of those about time without any', () => {
  const all = Object.values(CORPUS).flat();
  const timed = [dates, weekdays, hours, terms, periods, feasts, noTimes].flat();
  expect(new Set(all.map(({ text, now }) => `${now} ${text}`)).size).toBeGreaterThanOrEqual(600);
  expect(noTimes.length / timed.length).toBeGreaterThanOrEqual(0.2);
});

test.each(['as written', 'without marks', 'NFD', 'capitals'] as const)(
  'at least 97 of 100 sentences are read right %s, and at most one wrong',
  (form) => {
    const { rows, faults } = score(form);
    const line = ({ kind, right, silent, wrong }: (typeof rows)[number]) =>
      `  ${kind.padEnd(10)} right ${right}, silent ${silent}, wrong ${wrong}`;
    const count = total(rows, 'right') + total(rows, 'silent') + total(rows, 'wrong');
    process.stdout.write(
      `${form}: ${count} sentences\n${rows.map(line).join('\n')}\n${faults.map((fault) => `    ${fault}\n`).join('')}`,
    );
    expect(total(rows, 'wrong') / count).toBeLessThanOrEqual(0.01);
    expect(total(rows, 'right') / count).toBeGreaterThanOrEqual(0.97);
  },
);
