/** GR2, PA2: who may do what on a team, cell by cell: the contract's words against the table. */
import { expect, test } from 'vitest';
import { TEAM_ACT_RULES, TEAM_ACTS } from '#domain/team/acts.ts';
import { itemNamed } from '#text/team/items.ts';

test('each act is for those whom the contract names', () => {
  const who = (act: (typeof TEAM_ACTS)[number]): readonly string[] => TEAM_ACT_RULES[act].who;
  expect(who('decide')).toEqual(['deciding_leader']);
  expect(who('end')).toEqual(['deciding_leader']);
  for (const act of ['tie', 'untie'] as const) expect(who(act)).toEqual(['team_leader', 'secretary']);
  for (const act of ['check_item', 'evidence', 'attend'] as const) {
    expect(who(act)).toEqual(['team_leader', 'deputy', 'secretary', 'member']);
  }
  expect(who('lock_minutes')).toEqual(['team_leader']);
  // Whoever locks never drafted.
  expect(who('draft_minutes')).not.toContain('team_leader');
});

test('nothing is done to a team that was cancelled', () => {
  for (const act of TEAM_ACTS) expect(TEAM_ACT_RULES[act].states).not.toContain('cancelled');
});

test('a caption or a quoted message names one item, or none', () => {
  for (const [text, no] of [
    ['mục 3', 3],
    ['Muc so 12', 12],
    ['MỤC 3: bình chữa cháy', 3],
    ['3', 3],
    ['Gửi ảnh, tệp, ghi âm hoặc vị trí cho mục 7: đề nghị trả lời tin này.', 7],
    ['mục 3 và mục 4', null],
    ['danh mục 30 bình', null],
    ['ảnh 3', null],
    ['', null],
  ] as const) {
    expect({ text, no: itemNamed(text) }).toEqual({ text, no });
  }
});
