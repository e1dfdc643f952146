/** GR6, PA9: what a follow-up says of a remedy, and who may not say it. */
import { expect, test } from 'vitest';
import type { Duty } from '#domain/duty/duty.ts';
import { followUp } from '#domain/team/follow.ts';

const duty: Duty = {
  ...{ id: 1, kind: 'finding', unitId: 5, holderId: null, title: 'x', due: 100, provisional: false },
  ...{ owedTo: 1, checkerId: 2, regulationId: null, teamId: 3, findingId: 4, basis: null, templateId: null },
  ...{ periodTo: null, state: 'open', createdAt: 0, proof: null, provedBy: null, provedFor: null, provedAt: null },
  ...{ decidedBy: null, decidedAt: null, remark: null },
};
const said = { code: 'DKT-2026-0002', words: 'đạt', drafter: 8, locker: 9, now: 50 };

test('a pass closes the finding, with its minutes as proof where none was given; a fail leaves it open with the reason', () => {
  expect(followUp(duty, { ...said, result: 'pass' })?.change).toEqual({
    ...{ state: 'done', proof: 'đạt', provedBy: 8, provedFor: null, provedAt: 50, decidedBy: 9, decidedAt: 50 },
  });
  const proved: Duty = { ...duty, state: 'proved', proof: 'đã dọn', provedBy: 7, provedAt: 40 };
  expect(followUp(proved, { ...said, result: 'pass' })?.change).toEqual({ state: 'done', decidedBy: 9, decidedAt: 50 });
  expect(followUp(proved, { ...said, result: 'fail' })?.change).toMatchObject({ state: 'open', remark: 'đạt' });
  expect(followUp(proved, { ...said, result: 'not_applicable' })).toBeNull();
  for (const state of ['done', 'cancelled'] as const) {
    expect(followUp({ ...duty, state }, { ...said, result: 'pass' })).toBeNull();
  }
});

test('nobody judges by his own minutes or lock what he reported done himself', () => {
  const own: Duty = { ...duty, state: 'proved', provedBy: 9, provedAt: 40 };
  for (const result of ['pass', 'fail'] as const) expect(followUp(own, { ...said, result })).toBeNull();
  expect(followUp({ ...own, provedBy: 7, provedFor: 9 }, { ...said, result: 'pass' })).toBeNull();
  expect(followUp(duty, { ...said, drafter: 9, result: 'pass' })).toBeNull();
});
