/** Reports that go by themselves after each cut-off: ordered, and stopped by who gets them. */
import { setDue } from '#db/due.ts';
import { addSchedule, endSchedules } from '#db/report/schedule.ts';
import { coordinatorsOf } from '#domain/directory/directory.ts';
import { closesAt, lastClosed, nextClose, reportScope, sentAt } from '#domain/report/report.ts';
import { refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import { type MemberTurn, on } from '#runtime/handler.ts';
import { scheduleAction, stopScheduleAction } from '#src/notice/report.ts';
import { formatMoment } from '#text/calendar/dates.ts';
import { sayRefusal } from '#text/refusals.ts';
import { texts } from '#text/report/screen.ts';
import { personName } from '#text/request/card.ts';

const mayOrder = (
  { reference: { directory }, person, now }: MemberTurn,
  personId: number,
  inGroup: boolean,
): boolean => {
  const day = dateOf(now);
  if (coordinatorsOf(directory, day).includes(person.id)) return true;
  return personId === person.id && !inGroup && reportScope(directory, person.id, day).ok;
};

export const scheduleActions = [
  on(scheduleAction, async (turn, { kind, personId, place }) => {
    const { tx, now, reference } = turn;
    if (!mayOrder(turn, personId, place !== null)) return { toast: sayRefusal(refused('report.scope')).join(' ') };
    const id = await addSchedule(tx, { personId, kind, place }, now);
    // One whose cut-off has come and which waits for its working day is still sent.
    const waiting = sentAt(reference.calendar, closesAt(lastClosed(kind, dateOf(now))));
    const at = waiting > now ? waiting : sentAt(reference.calendar, nextClose([kind], now));
    await setDue(tx, 'report', [{ subjectId: id, at }]);
    turn.wakeAt(at);
    const first = formatMoment(at);
    const name = personName(reference.directory, personId);
    return {
      say: [{ lines: [place === null ? texts.scheduled(name, first) : texts.scheduledGroup(first)] }],
      inPrivate: true,
    };
  }),
  on(stopScheduleAction, async (turn, { kind }) => {
    const ended = await endSchedules(turn.tx, turn.person.id, kind, turn.now);
    await setDue(
      turn.tx,
      'report',
      ended.map((subjectId) => ({ subjectId, at: null })),
    );
    return { say: [{ lines: [texts.stopped] }], inPrivate: true };
  }),
];
