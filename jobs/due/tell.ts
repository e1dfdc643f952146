/**
 * Says what waits to be said: everything that is due for one person is one message, however many parts, kinds and batches
 * it came from. What has become untrue in the meantime is left out.
 */
import { inTransaction } from '#db/client.ts';
import { peopleToTell, takeReminders } from '#db/remind/reminder.ts';
import { remindersSaid } from '#db/remind/said.ts';
import { writeNotices } from '#runtime/compose.ts';
import type { Runtime } from '#runtime/runtime.ts';
import { inLanes } from './lanes.ts';
import { ownEntries } from './own-entries.ts';
import { partEntry } from './part-entry.ts';
import { heardNow } from './quiet.ts';
import { noticeFor } from './reminder-notice.ts';
import { NOTHING, shortlists } from './shortlist.ts';

/** People looked for at once: who comes next is asked of all that waits, which after an outage is a million rows. */
const PEOPLE = 500;
/** Of them told in one go: enough to be quick after a long holiday, few enough to lose little when killed. */
const AT_ONCE = 100;

/** @returns whether anything was due */
export const tellSome = async (runtime: Runtime, ending: AbortSignal): Promise<boolean> => {
  const people = await peopleToTell(runtime.db, runtime.clock.now(), PEOPLE);
  for (let from = 0; from < people.length && !ending.aborted; from += AT_ONCE) {
    const rings = await inLanes(people.slice(from, from + AT_ONCE), (own) => tell(runtime, own));
    for (const name of rings.flatMap((names) => [...names])) runtime.bell.ring(name);
  }
  return people.length > 0;
};

const tell = async (runtime: Runtime, people: readonly number[]): Promise<ReadonlySet<string>> => {
  const reference = await runtime.reference.latest();
  return inTransaction(runtime.db, async (tx) => {
    const now = runtime.clock.now();
    const heard = await heardNow({ tx, reference, now }, await takeReminders(tx, now, people));
    const lists = await shortlists({ tx, reference, now }, heard.parts);
    const items = [...lists.values()].flatMap((list) => list.items);
    const overdue = items.filter(({ kind }) => kind === 'overdue').map(({ part }) => part.id);
    const said = await remindersSaid(tx, [...new Set(overdue)]);
    const own = await ownEntries({ tx, reference, now }, heard.own);
    const notices = people.flatMap((to) => {
      const list = lists.get(to) ?? NOTHING;
      const others = own.filter((one) => one.to === to).map(({ entry }) => entry);
      const entries = [...list.items.map((item) => partEntry({ reference, now, said }, item)), ...others];
      return entries.length === 0
        ? []
        : [noticeFor(now, to, { entries, counted: list.counted, total: list.total + others.length })];
    });
    return writeNotices(runtime, tx, notices, now);
  });
};
