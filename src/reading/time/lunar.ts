/**
 * The Vietnamese lunar calendar at UTC+7, after the algorithm of Hồ Ngọc Đức (new moons and solar longitude after
 * Meeus). Computed and not taken from `Intl`, whose Chinese calendar differs from ours by a day in some years.
 */
import type { IsoDate } from '#domain/time.ts';

export type LunarDate = { readonly day: number; readonly month: number; readonly year: number };

/** The solar day of a lunar one in an ordinary month; null when that month has no such day. */
export const solarOf = ({ day, month, year }: LunarDate): IsoDate | null => {
  const isLate = month >= 11;
  const month11 = eleventhMonth(isLate ? year : year - 1);
  const nextMonth11 = eleventhMonth(isLate ? year + 1 : year);
  const first = Math.floor(0.5 + (month11 - 2415021.076998695) / 29.530588853);
  let offset = (month + 1) % 12;
  // A year of thirteen months: those after the leap month come one later.
  if (nextMonth11 - month11 > 365 && offset >= leapOffset(month11)) offset += 1;
  const start = newMoonDay(first + offset);
  const length = newMoonDay(first + offset + 1) - start;
  return day >= 1 && day <= length ? isoOf(start + day - 1) : null;
};

const isoOf = (julianDay: number): IsoDate => new Date((julianDay - 2440588) * 86_400_000).toISOString().slice(0, 10);

const julianDayOf = (date: IsoDate): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 2440588;

const RADIANS = Math.PI / 180;
const OFFSET_DAYS = 7 / 24;

/** The local day of the k-th new moon since 1900. */
const newMoonDay = (k: number): number => {
  const t = k / 1236.85;
  const mean =
    2415020.75933 +
    29.53058868 * k +
    (0.0001178 - 0.000000155 * t) * t * t +
    0.00033 * Math.sin((166.56 + (132.87 - 0.009173 * t) * t) * RADIANS);
  const sun = 359.2242 + 29.10535608 * k - (0.0000333 + 0.00000347 * t) * t * t;
  const moon = 306.0253 + 385.81691806 * k + (0.0107306 + 0.00001236 * t) * t * t;
  const node = 21.2964 + 390.67050646 * k - (0.0016528 + 0.00000239 * t) * t * t;
  const sin = (degrees: number) => Math.sin(degrees * RADIANS);
  const correction =
    (0.1734 - 0.000393 * t) * sin(sun) +
    0.0021 * sin(2 * sun) -
    0.4068 * sin(moon) +
    0.0161 * sin(2 * moon) -
    0.0004 * sin(3 * moon) +
    0.0104 * sin(2 * node) -
    0.0051 * sin(sun + moon) -
    0.0074 * sin(sun - moon) +
    0.0004 * sin(2 * node + sun) -
    0.0004 * sin(2 * node - sun) -
    0.0006 * sin(2 * node + moon) +
    0.001 * sin(2 * node - moon) +
    0.0005 * sin(2 * moon + sun);
  const delta = -0.000278 + 0.000265 * t + 0.000262 * t * t;
  return Math.floor(mean + correction - delta + 0.5 + OFFSET_DAYS);
};

/** Which twelfth of its yearly way, 0–11, the sun is in at local midnight. */
const sunTwelfth = (julianDay: number): number => {
  const t = (julianDay - 0.5 - OFFSET_DAYS - 2451545) / 36525;
  const anomaly = 357.5291 + 35999.0503 * t - 0.0001559 * t * t - 0.00000048 * t * t * t;
  const mean = 280.46645 + 36000.76983 * t + 0.0003032 * t * t;
  const sin = (degrees: number) => Math.sin(degrees * RADIANS);
  const centre =
    (1.9146 - 0.004817 * t - 0.000014 * t * t) * sin(anomaly) +
    (0.019993 - 0.000101 * t) * sin(2 * anomaly) +
    0.00029 * sin(3 * anomaly);
  const longitude = (((mean + centre) % 360) + 360) % 360;
  return Math.floor(longitude / 30);
};

/** The first day of the month that holds the winter solstice of a solar year. */
const eleventhMonth = (year: number): number => {
  const k = Math.floor((julianDayOf(`${year}-12-31`) - 2415021) / 29.530588853);
  const start = newMoonDay(k);
  return sunTwelfth(start) >= 9 ? newMoonDay(k - 1) : start;
};

/** The first month after the eleventh in which the sun does not change its twelfth is the leap month. */
const leapOffset = (month11: number): number => {
  const k = Math.floor(0.5 + (month11 - 2415021.076998695) / 29.530588853);
  let last: number;
  let offset = 1;
  let twelfth = sunTwelfth(newMoonDay(k + offset));
  do {
    last = twelfth;
    offset += 1;
    twelfth = sunTwelfth(newMoonDay(k + offset));
  } while (twelfth !== last && offset < 14);
  return offset - 1;
};
