/** /baocao: the report of a period by the decree's cut-offs: figures here, and .docx with .xlsx at a tap. */
import { readReport } from '#db/report/report.ts';
import { schedulesOf } from '#db/report/schedule.ts';
import { coordinatorsOf, leadersOf, STANDING_UNIT } from '#domain/directory/directory.ts';
import { sumOf } from '#domain/figures/counts.ts';
import {
  type FoundReport,
  type ReportKey,
  regulationsIn,
  reportablePeriods,
  reportingUnit,
  within,
} from '#domain/report/report.ts';
import { dateOf } from '#domain/time.ts';
import { signerChoices } from '#handlers/signers.ts';
import { type Choice, type Command, type MemberTurn, type Outcome, on, pick } from '#runtime/handler.ts';
import { ask } from '#runtime/production.ts';
import {
  explainReportAction,
  makeReportAction,
  reportAction,
  reportPeriodsAction,
  reportProduction,
  reportSignersAction,
  scheduleAction,
  stopScheduleAction,
} from '#src/notice/report.ts';
import { descriptions } from '#text/commands.ts';
import { signerTexts } from '#text/documents/signers.ts';
import { sayRefusal } from '#text/refusals.ts';
import { explainReport } from '#text/report/paper.ts';
import { periodLabel, reportScreen, texts } from '#text/report/screen.ts';
import { foundFor, keyOf, periodIn } from './find.ts';
import { noteChoices } from './notes.ts';

const showReport = async (turn: MemberTurn, key: ReportKey): Promise<Outcome> => {
  const found = foundFor(turn, key);
  if (!found.ok) return { say: [{ lines: sayRefusal(found) }], inPrivate: true };
  const figures = within(found.value.scope, await readReport(turn.tx, key, turn.now));
  const total = sumOf(figures.cells.map(({ counts }) => counts));
  const lines = reportScreen({ ...found.value, figures }, total);
  return { say: [{ lines, choices: await choicesOf(turn, key, found.value) }], inPrivate: true };
};

const choicesOf = async (
  turn: MemberTurn,
  key: ReportKey,
  found: FoundReport,
): Promise<readonly (readonly Choice[])[]> => {
  const others = regulationsIn(turn.reference, found.period).filter(({ id }) => id !== key.regulationId);
  return [
    [
      pick(makeReportAction, texts.make, key),
      pick(reportSignersAction, signerTexts.choose, key),
      pick(reportPeriodsAction, texts.other, {}),
    ],
    others.map(({ id, code }) => pick(reportAction, texts.by(code), { ...key, regulationId: id })),
    ...(await noteChoices(turn, key, found)),
    await scheduleChoices(turn, key),
    [pick(explainReportAction, texts.explain, key)],
  ];
};

/** To oneself; and of the whole regulation, by its coordinator, to the leaders of the standing unit or to this group. */
const scheduleChoices = async (turn: MemberTurn, { kind }: ReportKey): Promise<readonly Choice[]> => {
  const { reference, person, now, tx } = turn;
  const { directory } = reference;
  const day = dateOf(now);
  const to = (label: string, personId: number, place: ReturnType<typeof groupOf> = null): Choice =>
    pick(scheduleAction, label, { kind, personId, place });
  const ordered = await schedulesOf(tx, person.id, kind);
  const own = [
    ...(ordered.own ? [] : [to(texts.mine, person.id)]),
    ...(ordered.any ? [pick(stopScheduleAction, texts.stop, { kind })] : []),
  ];
  if (!coordinatorsOf(directory, day).includes(person.id)) return own;
  const group = groupOf(turn);
  const standing = directory.unitsByCode.get(STANDING_UNIT);
  const leaders = standing === undefined ? [] : leadersOf(directory, standing.id, day);
  const nameOf = (id: number): string => directory.people.get(id)?.name ?? '';
  return [
    ...own,
    ...leaders.map((id) => to(texts.leader(nameOf(id)), id)),
    ...(group === null ? [] : [to(texts.group, person.id, group)]),
  ];
};

/** The answer goes to the person; what he chooses there is about the group that he asked in. */
const groupOf = ({ place, placeKey }: MemberTurn): { readonly channel: string; readonly address: string } | null => {
  if (place !== 'group') return null;
  const [, channel = '', ...address] = placeKey.split(':');
  return { channel, address: address.join(':') };
};

const choosePeriod = (turn: MemberTurn): Outcome => {
  const day = dateOf(turn.now);
  const choices = reportablePeriods(day).flatMap((period) => {
    const key = keyOf(turn, period);
    return key.ok ? [[pick(reportAction, periodLabel(period, period.to >= day), key.value)]] : [];
  });
  return { say: [{ lines: [texts.which], choices }], inPrivate: true };
};

export const reportCommand: Command = {
  word: 'baocao',
  aliases: ['bao cao'],
  takesWords: true,
  inMenu: true,
  description: descriptions.baocao,
  places: ['private', 'group'],
  run: async (turn, words) => {
    const period = await periodIn(turn, words);
    if (period === null) return choosePeriod(turn);
    const key = period.ok ? keyOf(turn, period.value) : period;
    if (!key.ok) return { say: [{ lines: sayRefusal(key) }], inPrivate: true };
    return showReport(turn, key.value);
  },
};

export const reportActions = [
  on(reportAction, showReport),
  on(reportPeriodsAction, async (turn) => choosePeriod(turn)),
  on(explainReportAction, async (turn, key) => {
    const found = foundFor(turn, key);
    if (!found.ok) return { toast: sayRefusal(found).join(' ') };
    const choices = [[pick(reportAction, texts.back, key)]];
    return { say: [{ lines: explainReport(found.value.period), choices }], inPrivate: true };
  }),
  on(reportSignersAction, async (turn, key) => {
    const found = foundFor(turn, key);
    if (!found.ok) return { toast: sayRefusal(found).join(' ') };
    const { reference, person, now } = turn;
    const unitId = reportingUnit(reference.directory, person.id, found.value.scope, dateOf(now));
    const choices = signerChoices(turn, [unitId], (label, signerId) =>
      pick(makeReportAction, label, { ...key, signerId }),
    );
    return { say: [{ lines: [signerTexts.which], choices }], inPrivate: true };
  }),
  on(makeReportAction, async (turn, key) => {
    const found = foundFor(turn, key);
    if (!found.ok) return { toast: sayRefusal(found).join(' ') };
    return { toast: texts.making, produce: [ask(reportProduction, { ...key, isBrief: false })], inPrivate: true };
  }),
];
