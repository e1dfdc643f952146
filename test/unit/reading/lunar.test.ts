/** The lunar calendar against days that the state has announced or that almanacs agree on. */
import { expect, test } from 'vitest';
import { solarOf } from '#reading/time/lunar.ts';

test.each([
  [1985, '1985-01-21'],
  [2007, '2007-02-17'],
  [2020, '2020-01-25'],
  [2021, '2021-02-12'],
  [2022, '2022-02-01'],
  [2023, '2023-01-22'],
  [2024, '2024-02-10'],
  [2025, '2025-01-29'],
  [2026, '2026-02-17'],
  [2027, '2027-02-06'],
  [2028, '2028-01-26'],
  [2030, '2030-02-02'],
])('the first day of the lunar year %i is %s', (year, date) => {
  expect(solarOf({ day: 1, month: 1, year })).toBe(date);
});

test.each([
  [2023, '2023-04-29'],
  [2024, '2024-04-18'],
  [2025, '2025-04-07'],
  [2026, '2026-04-26'],
])('the feast of the ancestors in %i is %s', (year, date) => {
  expect(solarOf({ day: 10, month: 3, year })).toBe(date);
});

test('months after a leap month come a month later', () => {
  // 2025 has a leap sixth month, 2023 a leap second one.
  expect(solarOf({ day: 15, month: 8, year: 2025 })).toBe('2025-10-06');
  expect(solarOf({ day: 15, month: 8, year: 2023 })).toBe('2023-09-29');
});

test('a day that its month does not have is none', () => {
  expect(solarOf({ day: 30, month: 12, year: 2026 })).toBeNull();
  expect(solarOf({ day: 31, month: 1, year: 2026 })).toBeNull();
});
