/** MA7: the table of forty positions, as it stands on a phone. */
import { expect, test } from 'vitest';
import type { Directory } from '#domain/directory/directory.ts';
import type { Answer, Part } from '#domain/request/request.ts';
import type { Line } from '#message/outbound.ts';
import { aPermissionWorld } from '#test/factories/permission.ts';
import { aDossier } from '#test/factories/request.ts';
import { localTime } from '#test/support/hand-clock.ts';
import { opinionLines } from '#text/request/opinions.ts';

const COUNT = 40;

const directory: Directory = {
  ...aPermissionWorld().directory,
  units: new Map(
    Array.from({ length: COUNT }, (_, index) => {
      const id = index + 1;
      const names = { code: `xa-${id}`, kind: 'commune', name: `UBND xã Thiên Lộc ${id}`, shortName: `xã ${id}` };
      return [
        id,
        { id, ...names, parentId: null, symbol: null, headApproves: false, validFrom: '2020-01-01', validTo: null },
      ];
    }),
  ),
};

const answerOf = (position: Answer['position'], late: boolean): Answer => ({
  ...{ id: 1, state: 'valid', position, words: 'Nhất trí.', authorId: 1, decidedBy: 2, late, document: null },
  submittedAt: localTime('2026-12-01 09:00'),
  decidedAt: localTime('2026-12-02 09:00'),
});

const partOf = (index: number): Partial<Part> => {
  const unitId = index + 1;
  if (index % 10 === 0) return { unitId, state: 'silent' };
  if (index % 10 === 1) return { unitId, state: 'answered', answer: answerOf('disagree', index === 1) };
  return { unitId, state: 'answered', answer: answerOf('agree', false) };
};

const wordsOf = (line: Line): string =>
  typeof line === 'string'
    ? line
    : line.map((run) => (typeof run === 'string' ? run : Object.values(run).join(''))).join('');

const parts = Array.from({ length: COUNT }, (_, index) => partOf(index));
const table = opinionLines(directory, aDossier({}, parts)).map(wordsOf).join('\n');

test('names every unit once, by position, with date, lateness and silence', () => {
  expect(table).toContain('Bảng ý kiến (40 đơn vị)');
  expect(table).toContain('Thống nhất (32)');
  expect(table).toContain('Không thống nhất (4)');
  expect(table).toContain('Không trả lời (4)');
  expect(table).toContain('UBND xã Thiên Lộc 2, 02/12/2026, quá hạn');
  for (let id = 1; id <= COUNT; id += 1) {
    expect(table.match(new RegExp(`UBND xã Thiên Lộc ${id}(?!\\d)`, 'g')), String(id)).toHaveLength(1);
  }
});

test('fits one message of the narrowest channel, with room for the question below', () => {
  expect(table.length).toBeLessThan(1_800);
});
