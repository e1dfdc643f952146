/**
 * `npm run bench -- [P1 P2 …] [--report] [--queue=postgres] [--profile=FOLDER] [--statements]`: measures the
 * budgets and prints a table. Ends with 1 when a bar is missed, unless `--report`.
 */
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { budgets } from './budgets.ts';
import type { Budget, Line, Options } from './measure.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    report: { type: 'boolean', default: false },
    queue: { type: 'string' },
    profile: { type: 'string' },
    statements: { type: 'boolean', default: false },
  },
});

const main = async (): Promise<void> => {
  const unknown = positionals.filter((id) => !budgets.some((budget) => budget.id === id));
  if (unknown.length > 0) throw new Error(`no such budget: ${unknown.join(', ')}`);
  if (values.queue !== undefined && values.queue !== 'postgres') throw new Error('--queue can only be postgres');
  const options: Options = {
    queue: values.queue ?? null,
    profileDir: values.profile ?? null,
    statements: values.statements,
  };
  const wanted = budgets.filter((budget) => positionals.length === 0 || positionals.includes(budget.id));
  process.stdout.write(`${availableParallelism()} cores, Node ${process.versions.node}\n`);
  let missed = 0;
  for (const budget of wanted) missed += await run(budget, options);
  process.stdout.write(`\n${missed === 0 ? 'no bar is missed' : `${missed} bars are missed`}\n`);
  if (missed > 0 && !values.report) process.exitCode = 1;
};

/** @returns how many bars are missed */
const run = async ({ id, title, measure }: Budget, options: Options): Promise<number> => {
  process.stdout.write(`\n${id}  ${title}\n`);
  const before = load();
  const lines = await measure(options);
  for (const line of lines) process.stdout.write(`${row(line)}\n`);
  process.stdout.write(`    load average ${before} before, ${load()} after\n`);
  return lines.filter((line) => line.holds === false).length;
};

const VERDICT = { true: 'pass', false: 'FAIL', null: '' } as const;

const row = ({ what, figure, bar, holds }: Line): string =>
  `    ${what.padEnd(60)} ${figure.padStart(24)}  ${bar.padEnd(12)} ${VERDICT[`${holds}`]}`.trimEnd();

const load = (): string => (loadavg()[0] ?? 0).toFixed(1);

await main();
