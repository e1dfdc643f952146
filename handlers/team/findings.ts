/** Thêm kiến nghị: a finding becomes a duty of the unit that has the enterprise, looked at by the team's leader. */
import { insertDuty } from '#db/duty/duty.ts';
import { moveDuties } from '#db/duty/moments.ts';
import { insertFinding } from '#db/team/finding.ts';
import { unconfirmedYears } from '#domain/calendar/calendar.ts';
import { deskOf, isValidOn } from '#domain/directory/directory.ts';
import type { Reference } from '#domain/reference.ts';
import { refused } from '#domain/result.ts';
import { teamFact } from '#domain/team/decision.ts';
import { leaderOf, type Team } from '#domain/team/team.ts';
import { dateOf, type IsoDate, momentOf } from '#domain/time.ts';
import type { Outcome } from '#runtime/handler.ts';
import { findingLines, findingTitle } from '#text/team/findings.ts';
import { enterpriseName } from '#text/team/plan.ts';
import { type TeamReady, textIn } from './act-context.ts';
import { isClosed } from './items.ts';
import { refuseTeam, saveStep, sayInPlace } from './say.ts';

export const addFinding = async ({ turn, team, subject, answers }: TeamReady): Promise<Outcome> => {
  const { tx, reference, person, now } = turn;
  const enterpriseId = Number(subject.target);
  if (!team.enterpriseIds.includes(enterpriseId)) return refuseTeam(refused('team.unknown'));
  if (await isClosed(turn, team.id, enterpriseId)) return refuseTeam(refused('item.locked'));
  const [words, due] = [textIn(answers, 'words'), textIn(answers, 'due')];
  const findingId = await insertFinding(tx, { teamId: team.id, enterpriseId, words, due, by: person.id, at: now });
  const unitId = unitOf(reference, team, enterpriseId, dateOf(now));
  const end = momentOf(due, 1440);
  const provisional = unconfirmedYears(reference.calendar, due, due).length > 0;
  const duty = await insertDuty(
    tx,
    {
      ...{ kind: 'finding', unitId, holderId: null, due: end, provisional },
      title: findingTitle(team.kind, enterpriseName(reference, enterpriseId), words),
      ...{ owedTo: team.unitId, checkerId: leaderOf(team)?.personId ?? null },
      ...{ regulationId: null, templateId: null, periodTo: null, teamId: team.id, findingId },
      basis: team.decision?.number ?? team.code,
    },
    { actorId: person.id, channel: turn.event.channel, at: now },
  );
  await moveDuties(tx, { reference, now }, [duty]);
  turn.wakeAt(now);
  await saveStep(turn, team, {
    facts: [teamFact('finding_added', { finding: findingId, enterprise: enterpriseId, words, due, unit: unitId })],
  });
  const lines = findingLines(reference, { enterpriseId, words, due, unitId });
  return {
    say: [sayInPlace(turn, lines)],
    notices: deskOf(reference.directory, unitId, dateOf(now))
      .filter((to) => to !== person.id)
      .map((to) => ({ to, class: 'urgent', say: { lines } })),
  };
};

/** The commune where its zone lies; where that is not settled, the unit that sent the team. */
const unitOf = ({ zones, enterprises }: Reference, team: Team, enterpriseId: number, day: IsoDate): number => {
  const zone = zones.get(enterprises.get(enterpriseId)?.zoneId ?? 0);
  const main = zone?.units.filter((unit) => unit.role === 'main' && isValidOn(unit, day)) ?? [];
  const [only] = main;
  return only !== undefined && main.length === 1 ? only.unitId : team.unitId;
};
