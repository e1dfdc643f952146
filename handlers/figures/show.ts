/** /thongke: figures of a period as far as this person may see them, two taps from any other of them. */
import { readScreen } from '#db/figures/screen.ts';
import { periodAround } from '#domain/figures/period.ts';
import { isSuccessionAsked, type Plan, planOf, type Screen } from '#domain/figures/screen.ts';
import { mayCompareUnits, selectionOf, type View, viewsOf } from '#domain/figures/selection.ts';
import { scopeOf } from '#domain/permission/scope.ts';
import { dateOf } from '#domain/time.ts';
import { knownTo } from '#handlers/known.ts';
import { asksWhoIsLate, breakdownIn, viewIn } from '#reading/figures-words.ts';
import { typed } from '#reading/typed.ts';
import { type Understood, understand } from '#reading/understand.ts';
import { type Choice, type Command, type MemberTurn, type Outcome, on, pick } from '#runtime/handler.ts';
import { ask } from '#runtime/production.ts';
import {
  chooseBreakdownAction,
  choosePeriodAction,
  chooseZoneAction,
  explainFiguresAction,
  exportFiguresAction,
  figuresAction,
  figuresChart,
  figuresSheet,
} from '#src/notice/figures.ts';
import { descriptions } from '#text/commands.ts';
import { explainFigures } from '#text/figures/measures.ts';
import { screenLines, texts, viewNames } from '#text/figures/screen.ts';
import { sayRefusal } from '#text/refusals.ts';

const askerOf = ({ reference, person, now }: MemberTurn) => ({ reference, personId: person.id, now });

const showFigures = async (turn: MemberTurn, asked: Screen): Promise<Outcome> => {
  const plan = planOf(askerOf(turn), asked);
  if (!plan.ok) {
    const without = pick(figuresAction, texts.withoutUnits, { ...asked, by: null, unit: null });
    return { say: [{ lines: sayRefusal(plan), choices: [[without]] }], inPrivate: true };
  }
  const figures = await readScreen(turn.tx, turn.reference, plan.value);
  return {
    say: [{ lines: screenLines(turn.reference, figures), choices: choices(turn, plan.value), inPlace: true }],
    // An empty picture tells nothing.
    produce: figures.current.total.received === 0 ? [] : [ask(figuresChart, plan.value.screen)],
    inPrivate: true,
  };
};

/** What a view may not have is not carried into it: a tap on our own button is not refused. */
const kept = ({ reference, person, now }: MemberTurn, { screen }: Plan, view: View): Screen =>
  mayCompareUnits(selectionOf(reference.directory, person.id, dateOf(now), view))
    ? screen
    : { ...screen, by: screen.by === 'unit' ? null : screen.by, unit: null };

const choices = (turn: MemberTurn, plan: Plan): readonly (readonly Choice[])[] => {
  const { screen, views } = plan;
  const other = screen.units === 'then' ? ('now' as const) : ('then' as const);
  const label = other === 'now' ? texts.unitsNow : texts.unitsThen;
  const isSplit = plan.query.selection.side === 'all' && isSuccessionAsked(plan);
  return [
    views
      .filter((view) => view !== screen.view)
      .map((view) => pick(figuresAction, viewNames[view], { ...kept(turn, plan, view), view })),
    [
      pick(choosePeriodAction, texts.changePeriod, screen),
      pick(chooseBreakdownAction, texts.changeBreakdown, screen),
      pick(chooseZoneAction, texts.changeZone, screen),
    ],
    ...(isSplit ? [[pick(figuresAction, label, { ...screen, units: other })]] : []),
    [pick(exportFiguresAction, texts.excel, screen), pick(explainFiguresAction, texts.explain, screen)],
  ];
};

/** What the words name; the rest is this month, and what the person sees first. */
const fromWords = async (turn: MemberTurn, words: string): Promise<Screen> => {
  const { directory, zones, fields } = turn.reference;
  const read = understand(words, await knownTo(turn), 'figures');
  const text = typed(words);
  const today = dateOf(turn.now);
  const { from, to } = read.period ?? newest(read) ?? periodAround('month', today);
  const views = viewsOf(scopeOf(directory, turn.person.id, today));
  const [unit] = read.units;
  return {
    view: viewIn(text) ?? views[0] ?? 'mine',
    ...{ from, to, by: breakdownIn(text), units: 'then' },
    ...(asksWhoIsLate(text) ? { order: 'late' as const } : {}),
    zone: [...zones.values()].find(({ code }) => code === read.zone)?.id ?? null,
    field: [...fields.values()].find(({ code }) => code === read.field)?.id ?? null,
    unit: unit === undefined ? null : (directory.unitsByCode.get(unit)?.id ?? null),
  };
};

/** Of two that are compared, the later one: the one before stands beside it anyway. */
const newest = ({ times }: Understood): Understood['period'] => {
  const periods = times.flatMap((time) => (time.kind === 'period' ? [{ from: time.from, to: time.to }] : []));
  return periods.toSorted((a, b) => a.to.localeCompare(b.to)).at(-1) ?? null;
};

export const figuresCommand: Command = {
  word: 'thongke',
  aliases: ['thong ke'],
  takesWords: true,
  inMenu: true,
  description: descriptions.thongke,
  places: ['private', 'group'],
  run: async (turn, words) => showFigures(turn, await fromWords(turn, words)),
};

export const figuresActions = [
  on(figuresAction, showFigures),
  on(explainFiguresAction, async (_turn, screen) => ({
    say: [{ lines: explainFigures(), choices: [[pick(figuresAction, texts.back, screen)]] }],
    inPrivate: true,
  })),
  on(exportFiguresAction, async (turn, screen) => {
    const plan = planOf(askerOf(turn), screen);
    if (!plan.ok) return { say: [{ lines: sayRefusal(plan) }], inPrivate: true };
    return { say: [{ lines: [texts.excelComes] }], produce: [ask(figuresSheet, plan.value.screen)], inPrivate: true };
  }),
];
