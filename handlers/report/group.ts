/** A group that the bot was removed from gets no reports any more; whoever ordered them hears so. */
import { setDue } from '#db/due.ts';
import { endSchedulesOfGroup } from '#db/report/schedule.ts';
import type { Outcome, Turn } from '#runtime/handler.ts';
import { texts } from '#text/report/screen.ts';

export const reportGroupEvent = async ({ tx, event, group, now }: Turn): Promise<Outcome> => {
  if (event.content.kind !== 'left' || group === null) return {};
  const ended = await endSchedulesOfGroup(tx, { channel: event.channel, address: group }, now);
  await setDue(
    tx,
    'report',
    ended.map(({ id }) => ({ subjectId: id, at: null })),
  );
  const people = new Set(ended.map(({ personId }) => personId));
  return { notices: [...people].map((to) => ({ to, class: 'urgent', say: { lines: [texts.groupLeft] } })) };
};
