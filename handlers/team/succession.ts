/** Chọn đơn vị kế thừa: the deciding unit has ended and several took over from it. */
import { successorsOf } from '#db/directory/units.ts';
import { passTeamOn } from '#db/team/succession.ts';
import { refused } from '#domain/result.ts';
import { heirsOfTeam } from '#domain/team/succession.ts';
import { dateOf } from '#domain/time.ts';
import type { Outcome } from '#runtime/handler.ts';
import { teamPassedNotices } from '#src/notice/team-succession.ts';
import { teamPassedLines } from '#text/team/succession.ts';
import { type TeamReady, textIn } from './act-context.ts';
import { refuseTeam, sayTeam } from './say.ts';

export const succeedTeam = async ({ turn, team, subject, answers }: TeamReady): Promise<Outcome> => {
  const { tx, reference, person, now, event } = turn;
  const { directory } = reference;
  const [to, reason] = [Number(subject.target), textIn(answers, 'words')];
  const heirs = heirsOfTeam({ directory, day: dateOf(now) }, await successorsOf(tx), team);
  if (!heirs.includes(to))
    return refuseTeam(refused('succession.no_heir', { unit: directory.units.get(to)?.name ?? '' }));
  const origin = { actorId: person.id, channel: event.channel, at: now };
  const passed = await passTeamOn(tx, team, { to, reason }, origin);
  const told = teamPassedNotices(passed, { reference, now, actor: person.id, reason });
  const lines = teamPassedLines(directory, { code: team.code, from: team.unitId, to }, reason);
  return {
    say: [{ lines }, await sayTeam(turn, passed.after)],
    notices: told.filter((one) => 'to' in one),
    posts: told.filter((one) => 'place' in one),
  };
};
