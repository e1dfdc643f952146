/** How acts end: facts saved, moments moved, the card or a word said. */

import { successorsOf } from '#db/directory/units.ts';
import { countsOf } from '#db/team/counts.ts';
import { findingById } from '#db/team/finding.ts';
import { minutesOf } from '#db/team/minutes.ts';
import { setStages, termStagesOf } from '#db/team/stage.ts';
import type { LoadedTeam } from '#db/team/team.ts';
import { loadTeam } from '#db/team/team.ts';
import { saveTeamStep } from '#db/team/team-write.ts';
import { templatesOn } from '#db/team/template.ts';
import { teamTermsOn } from '#db/team/terms.ts';
import type { PersonId, UnitId } from '#domain/directory/directory.ts';
import type { Reference } from '#domain/reference.ts';
import { TEAM_ACTS, type TeamAct } from '#domain/team/acts.ts';
import type { TeamStep } from '#domain/team/decision.ts';
import { teamActsOpenTo } from '#domain/team/may.ts';
import { type Minutes, withoutOpinion } from '#domain/team/minutes.ts';
import { stagesFor } from '#domain/team/stages.ts';
import { heirsOfTeam } from '#domain/team/succession.ts';
import type { Team } from '#domain/team/team.ts';
import { dateOf } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { type Choice, type MemberTurn, type Outcome, pick, type Say } from '#runtime/handler.ts';
import { teamActAction } from '#src/notice/team.ts';
import { sayRefusal } from '#text/refusals.ts';
import { heirLabel } from '#text/request/succession.ts';
import { teamCard, teamTexts } from '#text/team/card.ts';
import { termLines } from '#text/team/days.ts';
import { followsLine, followTexts } from '#text/team/follow.ts';
import { readingLine } from '#text/team/minutes.ts';
import { enterpriseName } from '#text/team/plan.ts';
import { teamActLabels } from '#text/team/words.ts';
import { teamFindingsAction, teamHistoryAction } from './actions.ts';
import { minutesActs } from './minutes-acts.ts';
import { askedBy } from './prepare.ts';
import { notWaitedFor } from './waiting.ts';

export const refuseTeam = (refusal: Parameters<typeof sayRefusal>[0]): Outcome => ({
  toast: sayRefusal(refusal).join(' '),
});

/**
 * Saves the step; the team as it is afterwards.
 * @param actingFor in whose place it is done
 */
export const saveStep = async (
  turn: MemberTurn,
  team: LoadedTeam,
  step: TeamStep,
  actingFor: PersonId | null = null,
): Promise<LoadedTeam> => {
  const origin = { actorId: turn.person.id, actingFor, channel: turn.event.channel, at: turn.now };
  await saveTeamStep(turn.tx, team, step, origin);
  return (await loadTeam(turn.tx, team.id)) ?? team;
};

/** What happens by itself follows the team in the same commit. */
export const moveStages = async (turn: MemberTurn, team: Team): Promise<void> => {
  const { tx, reference, now } = turn;
  const terms = await teamTermsOn(tx, team.decision?.date ?? dateOf(now));
  const moments = stagesFor(team, { calendar: reference.calendar, terms, now });
  await setStages(tx, team.id, moments, now);
  const next = moments.map(({ at }) => at).filter((at) => at > now);
  if (next.length > 0) turn.wakeAt(Math.min(...next));
};

/** Acts that stand on the card only where something is at hand for them. */
const NOT_ON_CARD: ReadonlySet<string> = new Set([
  'evidence',
  'draft_minutes',
  'read_minutes',
  'rework_minutes',
  'give_opinion',
  'enterprise_opinion',
  'lock_minutes',
  'number_minutes',
  'attach_scan',
  'add_addendum',
  'succeed',
]);

export const sayTeam = async (turn: MemberTurn, team: LoadedTeam): Promise<Say> => {
  const [counts, topicNames, minutes, terms, template] = await Promise.all([
    countsOf(turn.tx, team.id),
    topicNamesOf(turn, team),
    minutesOf(turn.tx, team.id),
    termStagesOf(turn.tx, team.id),
    teamTermsOn(turn.tx, team.decision?.date ?? dateOf(turn.now)),
  ]);
  const finding = team.followsFinding === null ? null : await findingById(turn.tx, team.followsFinding);
  const followed = finding === null ? [] : [followsLine(finding.code, finding.words)];
  const waiting = await waitingLines(turn, team, minutes);
  const hasSamples = [...template.values()].some(({ isSample }) => isSample);
  const open = actsShown(turn, team);
  const heirs = open.includes('succeed') ? heirsOfTeam(askedBy(turn, team), await successorsOf(turn.tx), team) : [];
  const own = open
    .filter((act) => !NOT_ON_CARD.has(act))
    .filter((act) => act !== 'tie')
    .filter((act) => act !== 'untie' || team.group !== null)
    .flatMap((act) => actChoices(turn.reference, team, act));
  return {
    lines: [
      ...teamCard(turn.reference, { team, topicNames, counts }),
      ...followed,
      ...waiting,
      ...termLines(terms, hasSamples),
    ],
    choices: [
      ...heirChoices(turn.reference, team, heirs),
      ...pairs([...own, ...minutesActs(turn.reference, team, minutes, open)]),
      more(team, counts.findings > 0),
    ],
    inPlace: true,
    ...(turn.place === 'group' ? { forAll: true } : {}),
  };
};

/** Of minutes being read: who has not answered yet. */
const waitingLines = async (turn: MemberTurn, team: Team, all: readonly Minutes[]): Promise<readonly Line[]> => {
  const read = all.filter(({ state }) => state === 'read');
  if (read.length === 0) return [];
  const absent = await notWaitedFor(turn, team);
  return read.map((minutes) =>
    readingLine(turn.reference, minutes, {
      several: team.enterpriseIds.length > 1,
      missing: withoutOpinion(team, minutes, absent),
    }),
  );
};

/** A finding is of one enterprise: with several, each has its button. */
const actChoices = (reference: Reference, team: Team, act: TeamAct): readonly Choice[] => {
  if (act !== 'add_finding') return [pick(teamActAction, teamActLabels[act], { act, teamId: team.id, target: '' })];
  const named = (id: number): string =>
    team.enterpriseIds.length === 1 ? teamActLabels[act] : `${teamActLabels[act]} · ${enterpriseName(reference, id)}`;
  return team.enterpriseIds.map((id) => pick(teamActAction, named(id), { act, teamId: team.id, target: String(id) }));
};

const heirChoices = ({ directory }: Reference, { id }: Team, heirs: readonly UnitId[]): Choice[][] =>
  heirs.map((unitId) => [
    pick(teamActAction, heirLabel(directory, unitId), { act: 'succeed', teamId: id, target: String(unitId) }),
  ]);

/** In private what the person may do; in the group what anybody of the team may: each press is judged again. */
const actsShown = (turn: MemberTurn, team: Team): readonly TeamAct[] => {
  const { directory } = turn.reference;
  const day = dateOf(turn.now);
  const people = turn.place === 'group' ? team.members.map(({ personId }) => personId) : [turn.person.id];
  const open = new Set(people.flatMap((personId) => teamActsOpenTo({ directory, personId, team, day })));
  return TEAM_ACTS.filter((act) => open.has(act));
};

const more = ({ id }: Team, hasFindings: boolean): readonly Choice[] => [
  ...(hasFindings ? [pick(teamFindingsAction, followTexts.list, { teamId: id })] : []),
  pick(teamHistoryAction, teamTexts.history, { teamId: id }),
];

export const pairs = (choices: readonly Choice[]): Choice[][] =>
  Array.from({ length: Math.ceil(choices.length / 2) }, (_, row) => choices.slice(row * 2, row * 2 + 2));

export const topicNamesOf = async (turn: MemberTurn, { topics }: Team): Promise<readonly string[]> => {
  const templates = await templatesOn(turn.tx, dateOf(turn.now));
  return topics.map((code) => templates.find((one) => one.code === code)?.name ?? code);
};

/** Words in the place it was asked in; in a group the buttons are everybody's. */
export const sayInPlace = (turn: MemberTurn, lines: readonly Line[], choices: Say['choices'] = []): Say => ({
  lines,
  choices,
  ...(turn.place === 'group' ? { forAll: true } : {}),
});
