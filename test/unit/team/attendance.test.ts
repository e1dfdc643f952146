/** GR2, GR5: who was on site is one rule, whatever it is asked for. */
import { expect, test } from 'vitest';
import { absentFrom } from '#domain/team/attendance.ts';
import type { Member, TeamDay } from '#domain/team/team.ts';

const members: readonly Member[] = [1, 2, 3].map((personId) => ({ personId, unitId: 1, role: 'member' }));
const days: readonly TeamDay[] = ['2026-11-25', '2026-11-26'].map((day, id) => ({
  ...{ id, day, minute: 510, place: '', bring: '' },
}));

test('whoever left a trace on a day of the team was there; before the first trace nobody is absent', () => {
  const absent = (traces: Parameters<typeof absentFrom>[1]) => [...absentFrom({ members, days }, traces)];
  expect(absent([])).toEqual([]);
  expect(absent([{ personId: 2, day: '2026-11-26' }])).toEqual([1, 3]);
  // Work done from the office on another day is no presence on site, and a stranger's changes nothing.
  expect(absent([{ personId: 2, day: '2026-11-24' }])).toEqual([]);
  const all = [1, 3].map((personId) => ({ personId, day: '2026-11-25' }));
  expect(absent([...all, { personId: 9, day: '2026-11-25' }])).toEqual([2]);
});
