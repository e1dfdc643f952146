/**
 * Reads sentences in four forms and compares. Right: all that is expected was found. Wrong: something else was. Silent:
 * something is missing, or was given as a question; that costs a tap, and a wrong date costs a deadline.
 */
import { answerUnderstand } from '#src/cli/understand.ts';
import type { Sentence } from './corpus/lines.ts';
import { known } from './sample.ts';

export type Corpus = Readonly<Record<string, readonly Sentence[]>>;

const withoutMarks = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

export const FORMS = {
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

export const score = (corpus: Corpus, form: keyof typeof FORMS) => {
  const faults: string[] = [];
  const rows = Object.entries(corpus).map(([kind, all]) => {
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

export const total = (rows: readonly Record<Verdict, number>[], verdict: Verdict): number =>
  rows.reduce((sum, row) => sum + row[verdict], 0);

/** Kind by kind, with each sentence that was not read right. */
export const printScore = (form: string, { rows, faults }: ReturnType<typeof score>): void => {
  const line = ({ kind, right, silent, wrong }: (typeof rows)[number]) =>
    `  ${kind.padEnd(10)} right ${right}, silent ${silent}, wrong ${wrong}`;
  const all = total(rows, 'right') + total(rows, 'silent') + total(rows, 'wrong');
  process.stdout.write(
    `${form}: ${all} sentences\n${rows.map(line).join('\n')}\n${faults.map((fault) => `    ${fault}\n`).join('')}`,
  );
};
