/** /chitieu: indicators by name and period, each in the words of its source. */
import { readIndicators } from '#db/figures/indicator.ts';
import { computedOf, type Indicator } from '#domain/indicator/indicator.ts';
import { trendOf } from '#domain/indicator/trend.ts';
import { knownTo } from '#handlers/known.ts';
import { type Understood, understand } from '#reading/understand.ts';
import { type Choice, type Command, type MemberTurn, type Outcome, on, pick } from '#runtime/handler.ts';
import { ask } from '#runtime/production.ts';
import { importMenuAction } from '#src/notice/import.ts';
import {
  chooseCorrectionAction,
  enterIndicatorAction,
  indicatorAction,
  indicatorHistoryAction,
  indicatorListAction,
  indicatorTrend,
  indicatorTrendAction,
  withdrawnIndicatorsAction,
} from '#src/notice/indicators.ts';
import { descriptions } from '#text/commands.ts';
import { chatTexts as importWords } from '#text/import/words.ts';
import { entryTexts } from '#text/indicator/entry.ts';
import { indicatorLine, indicatorNotes, indicatorValue, texts } from '#text/indicator/say.ts';
import { key } from '#text/key.ts';
import { mayEnter } from './entry.ts';

/** A message holds about so many, each with its notes. */
const MOST = 8;

const list = async (turn: MemberTurn, line: string = texts.head): Promise<Outcome> => {
  const all = await readIndicators(turn.tx);
  const names = [...new Map(all.map((one) => [one.series, one])).values()];
  const choices = [
    ...names.map((one) => [pick(indicatorAction, one.series, { id: one.id })]),
    mayEnter(turn)
      ? [pick(enterIndicatorAction, entryTexts.enter, {}), pick(importMenuAction, importWords.menu, {})]
      : [],
    mayEnter(turn) ? [pick(withdrawnIndicatorsAction, entryTexts.showWithdrawn, {})] : [],
  ];
  return { say: [{ lines: [line], choices, inPlace: true }], inPrivate: true };
};

const show = (turn: MemberTurn, found: readonly Indicator[], all: readonly Indicator[]): Outcome => {
  const lines = found.slice(0, MOST).flatMap((one, index) => {
    const computed = computedOf(one, all);
    const zone = one.zoneId === null ? null : (turn.reference.zones.get(one.zoneId)?.name ?? null);
    const parts = all.filter(({ code }) => one.statedTotalOf.includes(code));
    return [
      ...(index === 0 ? [] : ['']),
      indicatorLine(one, computed, zone),
      ...(parts.length === 0 ? [] : [texts.parts(parts.map(indicatorValue).join('; '))]),
      ...indicatorNotes(one, computed),
    ];
  });
  const left = found.length - MOST;
  const more = left > 0 ? ['', texts.more(left)] : [];
  const choices = [...choicesFor(turn, found, all), [pick(indicatorListAction, texts.list, {})]];
  return { say: [{ lines: [...lines, ...more], choices }], inPrivate: true };
};

/** Of one indicator all that can be done with it; of several, each to be looked at alone. */
const choicesFor = (
  turn: MemberTurn,
  found: readonly Indicator[],
  all: readonly Indicator[],
): readonly (readonly Choice[])[] => {
  const [first] = found;
  if (first === undefined) return [];
  const names = new Map(found.toReversed().map((one) => [one.series, one.id]));
  if (names.size > 1)
    return [...names]
      .toReversed()
      .slice(0, MOST)
      .map(([series, id]) => [pick(indicatorAction, series, { id })]);
  const drawn = found.find((one) => trendOf(one, all) !== null);
  return [
    drawn === undefined ? [] : [pick(indicatorTrendAction, entryTexts.trend, { id: drawn.id })],
    mayEnter(turn) ? [pick(chooseCorrectionAction, entryTexts.correct, { id: first.id })] : [],
    [pick(indicatorHistoryAction, entryTexts.history, { id: first.id })],
  ];
};

/** Words of periods and of asking are no part of a name. */
const UNSAID =
  /\b(?:chi tieu|so lieu|bao nhieu|la|cua|nam|thang|quy|dau|cuoi|ke hoach|du kien|uoc|thuc hien|ket qua|the nao|cac|kcn|\d+)\b|[^a-z0-9 ]/g;

const wordsIn = (text: string): readonly string[] =>
  key(text)
    .replace(UNSAID, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');

const asked = async (turn: MemberTurn, words: string): Promise<Outcome> => {
  if (words.trim() === '') return list(turn);
  const all = await readIndicators(turn.tx);
  const wanted = wordsIn(words);
  const period = understand(words, await knownTo(turn), 'indicator').period ?? bareYear(words);
  const like = all.filter((one) => {
    const name = key(`${one.name} ${one.series}`);
    return wanted.every((word) => name.includes(word));
  });
  // Named in full, it comes before those whose names are longer.
  const isExact = ({ series }: Indicator): boolean => wordsIn(series).join(' ') === wanted.join(' ');
  const named = like.toSorted((a, b) => Number(isExact(b)) - Number(isExact(a)));
  const within = named.filter((one) => period === null || isWithin(one, period));
  if (within.length > 0 && (wanted.length > 0 || period !== null)) return show(turn, within, all);
  if (wanted.length === 0 || named.length === 0) return list(turn, texts.nothing);
  // Another period's figures are never given as those that were asked for.
  const others = show(turn, named, all);
  return { ...others, say: [{ lines: [texts.otherPeriods] }, ...(others.say ?? [])] };
};

/** One whose period is unsure belongs to whatever is asked of its year. */
const isWithin = ({ to, isPeriodUncertain }: Indicator, period: Span): boolean =>
  (to >= period.from && to <= period.to) ||
  (isPeriodUncertain && yearOf(to) >= yearOf(period.from) && yearOf(to) <= yearOf(period.to));

const yearOf = (date: string): string => date.slice(0, 4);

type Span = NonNullable<Understood['period']>;

/** `nộp ngân sách 2021`: beside a name four figures can only be a year. */
const bareYear = (words: string): Span | null => {
  const year = /(?<![\d./-])(20\d\d)(?![\d./-])/.exec(words)?.[1];
  return year === undefined ? null : { from: `${year}-01-01`, to: `${year}-12-31` };
};

export const indicatorCommand: Command = {
  word: 'chitieu',
  aliases: ['chi tieu'],
  takesWords: true,
  inMenu: true,
  description: descriptions.chitieu,
  places: ['private', 'group'],
  run: asked,
};

export const indicatorActions = [
  on(indicatorListAction, (turn) => list(turn)),
  on(indicatorTrendAction, async (_turn, { id }) => ({
    say: [{ lines: [entryTexts.trendComes] }],
    produce: [ask(indicatorTrend, { id })],
    inPrivate: true,
  })),
  on(indicatorAction, async (turn, { id }) => {
    const all = await readIndicators(turn.tx);
    const chosen = all.find((one) => one.id === id);
    return chosen === undefined
      ? list(turn)
      : show(
          turn,
          all.filter(({ series }) => series === chosen.series),
          all,
        );
  }),
];
