/** MA3: field, zone and date give the parties that are valid on that date; who is no party of the regulation is known. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { referenceStore } from '#db/directory/reference.ts';
import type { Reference } from '#domain/reference.ts';
import { outsideRegulation, proposedParties } from '#domain/request/parties.ts';
import { type Seeded, seededDatabase } from './rows.ts';

let seeded: Seeded;
let reference: Reference;
beforeAll(async () => {
  seeded = await seededDatabase('2026-11-23T08:00:00+07:00', false);
  reference = await referenceStore(seeded.db).latest();
});
afterAll(() => seeded.close());

const idOf = (values: Iterable<{ readonly id: number; readonly code: string }>, code: string): number =>
  [...values].find((one) => one.code === code)?.id ?? 0;
const codes = (ids: readonly number[]): string[] =>
  ids.map((id) => reference.directory.units.get(id)?.code ?? '').sort();

const proposed = (zone: string, field: string, day: string) => {
  const found = proposedParties(
    reference,
    {
      zoneId: idOf(reference.zones.values(), zone),
      fieldId: idOf(reference.fields.values(), field),
      askingUnitId: reference.directory.unitsByCode.get('bql-qhxd')?.id ?? 0,
    },
    day,
  );
  return { ...found, outside: codes(outsideRegulation(reference, [...found.units, ...found.candidates], day)) };
};

test('Thăng Long in 2022 is the district of its time, today its commune; a field adds its own party', () => {
  expect(codes(proposed('TL', 'F2', '2022-06-01').units)).toEqual(['huyen-dong-anh']);
  expect(codes(proposed('TL', 'F2', '2026-11-23').units)).toEqual(['xa-thien-loc']);
  expect(codes(proposed('TL', 'F6', '2026-11-23').units)).toEqual(['cong-an-pccc', 'xa-thien-loc']);
});

test('on the last day of the districts they are asked, on the next day their heirs', () => {
  expect(codes(proposed('TL', 'F2', '2025-06-30').units)).toEqual(['huyen-dong-anh']);
  expect(codes(proposed('TL', 'F2', '2025-07-01').units)).toEqual(['xa-thien-loc']);
});

test('nobody who has ended or not begun is proposed for any zone on any day', () => {
  for (const zone of reference.zones.values()) {
    for (const day of ['2018-01-01', '2022-06-01', '2025-06-30', '2025-07-01', '2026-11-23']) {
      const { units, candidates } = proposed(zone.code, 'F2', day);
      for (const id of [...units, ...candidates]) {
        const unit = reference.directory.units.get(id);
        expect((unit?.validFrom ?? '') <= day && (unit?.validTo ?? day) >= day, `${unit?.code} on ${day}`).toBe(true);
      }
    }
  }
});

test('a unit that the regulation of the day does not name is known as such, a section counts with its board', () => {
  const day = '2022-06-01';
  const outside = (code: string): readonly number[] =>
    outsideRegulation(reference, [reference.directory.unitsByCode.get(code)?.id ?? 0], day);
  expect(outside('huyen-dong-anh')).toEqual([]);
  expect(outside('huyen-thuong-tin')).toHaveLength(1);
  const section = reference.directory.unitsByCode.get('bql-qhxd')?.id ?? 0;
  expect(outsideRegulation(reference, [section], '2026-11-23')).toEqual([]);
  expect(proposed('P-PH', 'F2', day).outside).toEqual(['huyen-thuong-tin']);
  expect(proposed('TL', 'F6', '2026-11-23').outside).toEqual([]);
});
