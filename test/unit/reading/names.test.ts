/** How names are found: longest first, whole words, one slip, and which unit answers for one that has ended. */
import { expect, test } from 'vitest';
import { likelyIntents } from '#reading/intent/intents.ts';
import { aliasFault } from '#reading/names/alias-fault.ts';
import { lexiconOf } from '#reading/names/lexicon.ts';
import { isOneSlip } from '#reading/names/phrases.ts';
import { readNames } from '#reading/names/read-names.ts';
import { typed } from '#reading/typed.ts';
import { understand } from '#reading/understand.ts';
import { at } from '#test/unit/calendar/sample.ts';
import { known } from './sample.ts';

const world = known(at('2026-11-24 09:00'));
const { lexicon } = world;
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

/** Each would be read as something else, in its own sentence or in those of others. */
test.each([
  ['15', 'number'],
  ['mười hai', 'number'],
  ['PH-2026-00042', 'number'],
  ['tháng 5', 'time'],
  ['thứ sáu', 'time'],
  ['T6', 'time'],
  ['Q3', 'time'],
  ['quý', 'time'],
  ['cuối tuần', 'time'],
  ['nlv', 'time'],
  ['Tết', 'time'],
  ['thống kê', 'command'],
  ['viec', 'command'],
  ['hủy', 'command'],
  ['đề nghị', 'command'],
  ['gia hạn', 'command'],
  ['khẩn', 'choice'],
  ['khảo sát', 'choice'],
  ['KCN', 'common'],
  ['công ty', 'common'],
  ['TL', 'short'],
  ['xã Nội Bài', 'taken'],
  ['KCN Nội Bài', 'taken'],
  ['noi bai', 'taken'],
  ['PCCC', 'taken'],
  ['KCN Quang Mnh', 'near'],
  ['KCN Bắc Thăng Long', 'has'],
  ['Khu Bắc Cầu', undefined],
  ['Ủy ban Thiên Sơn', undefined],
  ['Bưu điện Kim Chung', undefined],
])('another name of a zone, %s: %s', (name, fault) => {
  expect(aliasFault(name, { kind: 'zone', subject: 'TL' }, world)?.kind).toBe(fault);
});

test('what administrators named is read with the next lexicon, types and urgencies too', () => {
  const aliases = [
    { kind: 'unit', subject: 'xa-thien-loc', name: 'Ủy ban Thiên Sơn' },
    { kind: 'type', subject: 'site_survey', name: 'đi tận nơi' },
    { kind: 'urgency', subject: 'hoa_toc', name: 'chạy ngay' },
    // What is not there any more costs nothing.
    { kind: 'zone', subject: 'gone', name: 'Khu Cũ' },
  ] as const;
  const { source } = lexicon;
  const next = lexiconOf({ ...source, reference: { ...source.reference, aliases } }, '2026-11-24', lexicon);
  const read = understand('De nghi uy ban thien son di tan noi, chay ngay', { ...world, lexicon: next });
  expect(read).toMatchObject({ units: ['xa-thien-loc'], type: 'site_survey', urgency: 'hoa_toc', zone: null });
  expect(understand('Ủy ban Thiên Sơn', world).units).toEqual([]);
});
