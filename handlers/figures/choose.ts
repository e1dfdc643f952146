/** The second tap: another period, another breakdown, another zone. */
import { lastYearOf, PERIOD_KINDS, periodAround, periodOf, previousOf } from '#domain/figures/period.ts';
import { BREAKDOWNS } from '#domain/figures/query.ts';
import { planOf } from '#domain/figures/screen.ts';
import { dateOf } from '#domain/time.ts';
import { type Choice, type Outcome, on, pick } from '#runtime/handler.ts';
import { chooseBreakdownAction, choosePeriodAction, chooseZoneAction, figuresAction } from '#src/notice/figures.ts';
import { periodName } from '#text/figures/periods.ts';
import { breakdownNames, texts } from '#text/figures/screen.ts';
import { upperFirst } from '#text/request/words.ts';

const choose = (line: string, choices: readonly Choice[]): Outcome => ({
  say: [{ lines: [line], choices: pairs(choices), inPlace: true }],
  inPrivate: true,
});

const pairs = (choices: readonly Choice[]): readonly (readonly Choice[])[] =>
  Array.from({ length: Math.ceil(choices.length / 2) }, (_, row) => choices.slice(row * 2, row * 2 + 2));

export const chooseActions = [
  on(choosePeriodAction, async (turn, screen) => {
    const shown = periodOf(screen.from, screen.to);
    const running = PERIOD_KINDS.map((kind) => periodAround(kind, dateOf(turn.now)));
    const all = [...running, previousOf(shown), lastYearOf(shown)];
    const once = all.filter(
      (one, index) => all.findIndex(({ from, to }) => from === one.from && to === one.to) === index,
    );
    return choose(
      texts.whichPeriod,
      once.map((one) => pick(figuresAction, upperFirst(periodName(one)), { ...screen, from: one.from, to: one.to })),
    );
  }),
  on(chooseBreakdownAction, async (turn, screen) => {
    const plan = planOf(
      { reference: turn.reference, personId: turn.person.id, now: turn.now },
      { ...screen, by: null },
    );
    const mayCompare = plan.ok && plan.value.mayCompare;
    const offered = BREAKDOWNS.filter((by) => by !== 'unit' || mayCompare);
    return choose(texts.whichBreakdown, [
      ...offered.map((by) => pick(figuresAction, breakdownNames[by], { ...screen, by })),
      ...(screen.by === null ? [] : [pick(figuresAction, texts.noBreakdown, { ...screen, by: null })]),
    ]);
  }),
  on(chooseZoneAction, async (turn, screen) => {
    const zones = [...turn.reference.zones.values()].filter(({ status }) => status === 'operating');
    return choose(texts.whichZone, [
      ...zones.map((zone) => pick(figuresAction, zone.name, { ...screen, zone: zone.id })),
      ...(screen.zone === null ? [] : [pick(figuresAction, texts.allZones, { ...screen, zone: null })]),
    ]);
  }),
];
