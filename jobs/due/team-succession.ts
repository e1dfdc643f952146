/** Teams left with a unit that has ended go on to its successor, found by looking, as requests are. */
import { inTransaction, type Tx } from '#db/client.ts';
import { versionIn } from '#db/directory/reference.ts';
import { successorsOf } from '#db/directory/units.ts';
import { setMembers } from '#db/team/member.ts';
import { passTeamOn, teamsLeftWith } from '#db/team/succession.ts';
import { type LoadedTeam, loadTeam, lockTeam } from '#db/team/team.ts';
import { saveTeamStep } from '#db/team/team-write.ts';
import { coordinatorsOf, type UnitId } from '#domain/directory/directory.ts';
import type { Reference } from '#domain/reference.ts';
import { hasEnded, heirsOfTeam, membersMoved } from '#domain/team/succession.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import { writeNotices } from '#runtime/compose.ts';
import { type Notice, pick } from '#runtime/handler.ts';
import type { Runtime } from '#runtime/runtime.ts';
import { showTeamAction, teamActAction } from '#src/notice/team.ts';
import { teamPassedNotices } from '#src/notice/team-succession.ts';
import { heirLabel } from '#text/request/succession.ts';
import { teamTexts } from '#text/team/card.ts';
import { chooseTeamHeirLines } from '#text/team/succession.ts';
import { officeMoment } from './item.ts';

/** @returns that it is done: all of it is looked at in one go */
export const passOnLeftTeams = async (runtime: Runtime): Promise<false> => {
  const { directory } = await runtime.reference.latest();
  const on = { directory, day: dateOf(runtime.clock.now()) };
  const ended = [...directory.units.keys()].filter((id) => hasEnded(on, id));
  for (const id of await teamsLeftWith(runtime.db, ended)) {
    const ring = await inTransaction(runtime.db, (tx) => passOn(runtime, tx, id));
    for (const name of ring) runtime.bell.ring(name);
  }
  return false;
};

/** Nobody did it: the rule does. */
const byRule = (now: Millis) => ({ actorId: null, channel: null, at: now });

const passOn = async (runtime: Runtime, tx: Tx, teamId: number): Promise<ReadonlySet<string>> => {
  const now = runtime.clock.now();
  const found = await lockTeam(tx, teamId);
  if (found === null) return new Set();
  const [version, successors] = await Promise.all([versionIn(tx), successorsOf(tx)]);
  const reference = await runtime.reference.at(version);
  const on = { directory: reference.directory, day: dateOf(now) };
  const team = await moveMembers(tx, found, membersMoved(on, successors, found), now);
  if (!hasEnded(on, team.unitId)) return new Set();
  const heirs = heirsOfTeam(on, successors, team);
  const [only] = heirs;
  if (only === undefined || heirs.length > 1) {
    return writeNotices(runtime, tx, chooseNotices(reference, team, heirs, now), now);
  }
  const passed = await passTeamOn(tx, team, { to: only, reason: null }, byRule(now));
  return writeNotices(runtime, tx, teamPassedNotices(passed, { reference, now, actor: null, reason: null }), now);
};

const moveMembers = async (
  tx: Tx,
  team: LoadedTeam,
  moved: ReturnType<typeof membersMoved>,
  now: Millis,
): Promise<LoadedTeam> => {
  if (moved === null) return team;
  await setMembers(tx, team.id, moved.members);
  await saveTeamStep(tx, team, moved.step, byRule(now));
  return (await loadTeam(tx, team.id)) ?? team;
};

/** In office hours, once a day, as of requests. */
const chooseNotices = (
  { directory, calendar }: Reference,
  team: LoadedTeam,
  heirs: readonly UnitId[],
  now: Millis,
): readonly Notice[] => {
  if (officeMoment(calendar, now) > now) return [];
  const day = dateOf(now);
  const choices = heirs.map((unitId) => [
    pick(teamActAction, heirLabel(directory, unitId), { act: 'succeed', teamId: team.id, target: String(unitId) }),
  ]);
  return coordinatorsOf(directory, day).map((to) => ({
    ...{ to, class: 'urgent' },
    say: {
      lines: chooseTeamHeirLines(directory, team, heirs.length > 0),
      choices: [...choices, [pick(showTeamAction, teamTexts.open, { teamId: team.id })]],
    },
    dedupeKey: `heir:team:${team.id}:${day}:${to}`,
  }));
};
