/** What the platforms allow, and what one person may send. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MINUTE, SECOND } from '#domain/time.ts';
import { countIn } from '#runtime/flood.ts';
import { createGate, nextMoments } from '#runtime/pace.ts';

describe('the moments of the next sends', () => {
  test('hold no more than the platform allows in any second, whatever came before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.array(fc.tuple(fc.nat(400), fc.nat(40)), { maxLength: 30 }),
        (perSecond, claims) => {
          let now = 1_000_000;
          const sends: number[] = [];
          for (const [pause, most] of claims) {
            now += pause;
            const found = nextMoments(sends.slice(-perSecond), { perSecond, now, horizon: now + 200, most });
            expect(found.length).toBeLessThanOrEqual(most);
            for (const at of found) expect(at >= now && at <= now + 200).toBe(true);
            sends.push(...found);
          }
          expect(sends).toEqual(sends.toSorted((a, b) => a - b));
          for (const [index, at] of sends.entries()) {
            const before = sends[index - perSecond];
            if (before !== undefined) expect(at - before).toBeGreaterThanOrEqual(SECOND);
          }
        },
      ),
    );
  });

  test('let a burst out at once', () => {
    expect(nextMoments([], { perSecond: 30, now: 5, horizon: 205, most: 30 })).toEqual(Array(30).fill(5));
  });
});

describe('the gate of what a process really sends', () => {
  test('holds the platform’s second when sends come late and together, each platform by itself', () => {
    const gate = createGate();
    const late = Array.from({ length: 12 }, () => gate('telegram', 5, 1_000));
    expect(late).toEqual([1_000, 2_000, 3_000].flatMap((at) => Array(5).fill(at)).slice(0, 12));
    expect(gate('zalo-bot', 5, 1_000)).toBe(1_000);
    expect(gate('telegram', 5, 9_000)).toBe(9_000);
  });
});

describe('the count of one minute', () => {
  test('is calm up to 60, says so once, and is silent until the minute is over', () => {
    const states: string[] = [];
    let seen: { floodFrom: number | null; floodCount: number } = { floodFrom: null, floodCount: 0 };
    for (let count = 0; count < 70; count += 1) {
      const flood = countIn(seen, 1_000 + count);
      seen = { floodFrom: flood.from, floodCount: flood.count };
      states.push(flood.state);
    }
    expect(states.slice(0, 60)).toEqual(Array(60).fill('calm'));
    expect(states[60]).toBe('notify');
    expect(states.slice(61)).toEqual(Array(9).fill('silent'));
    expect(countIn(seen, 1_000 + MINUTE)).toEqual({ from: 1_000 + MINUTE, count: 1, state: 'calm' });
  });

  test('begins anew when the clock was set back', () => {
    expect(countIn({ floodFrom: 10 * MINUTE, floodCount: 99 }, MINUTE).state).toBe('calm');
  });
});
