/** Có mặt, Đổi lịch. */
import { attendanceOf, attend as keepAttendance, tracesOf } from '#db/team/attendance.ts';
import { moveDay } from '#db/team/day.ts';
import { refused } from '#domain/result.ts';
import { absentFrom } from '#domain/team/attendance.ts';
import { teamFact } from '#domain/team/decision.ts';
import { dayOn, yearOf } from '#domain/team/team.ts';
import { dateOf } from '#domain/time.ts';
import type { Outcome } from '#runtime/handler.ts';
import { attendanceLines, dayTexts, movedLines } from '#text/team/days.ts';
import { type TeamReady, textIn } from './act-context.ts';
import { tellGroup, tellMembers } from './notices.ts';
import { moveStages, refuseTeam, saveStep, sayInPlace } from './say.ts';

export const attend = async ({ turn, team }: TeamReady): Promise<Outcome> => {
  const today = dayOn(team, dateOf(turn.now));
  if (today === null) return refuseTeam(refused('team.not_today'));
  const personId = turn.person.id;
  const before = (await attendanceOf(turn.tx, team.id)).filter(({ dayId, present }) => dayId === today.id && present);
  if (before.some((one) => one.personId === personId)) return { toast: dayTexts.presentBefore };
  await keepAttendance(turn.tx, { dayId: today.id, personId, present: true }, turn.now);
  await saveStep(turn, team, { facts: [teamFact('attended', { day: today.day })] });
  const traces = (await tracesOf(turn.tx, team.id)).filter(({ day }) => day === today.day);
  const missing = [...absentFrom(team, traces)];
  const lines = attendanceLines(turn.reference.directory, turn.person.name, missing);
  return { say: [sayInPlace(turn, lines)], posts: tellGroup(turn, team, lines) };
};

export const reschedule = async ({ turn, team, answers }: TeamReady): Promise<Outcome> => {
  const from = team.days.find(({ id }) => id === answers.day);
  if (from === undefined) return refuseTeam(refused('team.not_today'));
  const to = {
    ...from,
    day: textIn(answers, 'newDay'),
    minute: Number(answers.hour),
    place: textIn(answers, 'place'),
  };
  const days = [...team.days.filter(({ id }) => id !== from.id), to].toSorted((a, b) => (a.day < b.day ? -1 : 1));
  if (team.days.some(({ id, day }) => id !== from.id && day === to.day)) {
    return refuseTeam(refused('team.day_taken', { date: to.day }));
  }
  // The yearly limit was judged for the year of the plan.
  if (yearOf(days) !== yearOf(team.days)) return refuseTeam(refused('team.other_year'));
  const reason = textIn(answers, 'words');
  await moveDay(turn.tx, to);
  const after = await saveStep(turn, team, {
    facts: [teamFact('rescheduled', { from: from.day, to: to.day, minute: to.minute, place: to.place, reason })],
  });
  await moveStages(turn, after);
  const lines = movedLines({ team: after, from, to, reason });
  return {
    say: [{ lines }],
    notices: tellMembers(turn, after, () => lines),
    posts: tellGroup(turn, after, lines),
  };
};
