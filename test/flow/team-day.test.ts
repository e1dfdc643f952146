/** GR3, GR4, GR5: checklist, photos and minutes in the group, on every kind of platform. */
import { expect, test } from 'vitest';
import { inspect, recordOf } from '#test/support/inspection.ts';
import { describeInGroups } from '#test/support/profiles.ts';

describeInGroups("a team's day on site", (start) => {
  test('is checked item by item, proved by photos, and ends in locked minutes', async () => {
    const chats = await start({ at: '2026-11-25 09:00' });
    await inspect(chats);
    const record = await recordOf(chats);
    expect(record[0]).toEqual({ stored: 5 });
    expect(record.slice(1).map((fact) => ('kind' in fact ? fact.kind : ''))).toEqual([
      ...['planned', 'decided', 'tied', 'members_changed', 'announced'],
      ...Array.from({ length: 5 }, () => ['item_marked', 'evidence_added']).flat(),
      ...['minutes_drafted', 'minutes_read', 'opinion_given', 'opinion_given', 'opinion_given'],
      ...['enterprise_opinion', 'minutes_locked'],
    ]);
  });
});
