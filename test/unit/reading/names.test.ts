/** How names are found: longest first, whole words, one slip, and which unit answers for one that has ended. */
import { expect, test } from 'vitest';
import { likelyIntents } from '#reading/intent/intents.ts';
import { isOneSlip } from '#reading/names/phrases.ts';
import { readNames } from '#reading/names/read-names.ts';
import { typed } from '#reading/typed.ts';
import { at } from '#test/unit/calendar/sample.ts';
import { known } from './sample.ts';

const { lexicon } = known(at('2026-11-24 09:00'));
const names = (text: string, day = '2026-11-24') => readNames(typed(text), lexicon, day);

test.each([
  ['thien', 'thie', true],
  ['thien', 'thienn', true],
  ['thien', 'thein', true],
  ['thien', 'thiem', true],
  ['thien', 'thien', false],
  ['thien', 'thin', true],
  ['thien', 'thu', false],
  ['ii', 'i', false],
  ['12', '13', false],
])('%s for %s is one slip: %s', (word, name, is) => {
  expect(isOneSlip(word, name)).toBe(is);
});

test('the longest name at a place wins', () => {
  expect(names('KCN Nam Thăng Long').zone).toBe('NTL');
  expect(names('phòng Kinh tế xã Thiên Lộc').units).toEqual(['xa-thien-loc-kt']);
});

test('a slip in a common word makes no name of it', () => {
  expect(names('mời chị Lan vào phòng họp').units).toEqual([]);
});

test('a unit that has ended gives those who took over, narrowed by the zone', () => {
  expect(names('UBND huyện Mê Linh').units).toHaveLength(4);
  expect(names('UBND huyện Mê Linh, KCN Quang Minh').units).toEqual(['xa-quang-minh']);
});

test('the unit that asks is not among those asked', () => {
  expect(names('UBND xã Phú Nghĩa đề nghị Ban Quản lý cho ý kiến').units).toEqual(['bql']);
  expect(names('UBND xã Phú Nghĩa đề nghị cho ý kiến').units).toEqual(['xa-phu-nghia']);
});

test('of what is not clear the likely meanings are told', () => {
  expect(likelyIntents(typed('thống kê việc của tôi'))).toEqual(['figures', 'mine']);
});
