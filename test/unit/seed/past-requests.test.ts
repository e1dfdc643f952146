import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enterprises } from '#db/seed/data/enterprises.ts';
import { fields } from '#db/seed/data/fields.ts';
import { pastRequests } from '#db/seed/data/past-requests.ts';
import { people } from '#db/seed/data/people.ts';
import { regulations } from '#db/seed/data/regulations.ts';
import { succession } from '#db/seed/data/succession.ts';
import type { PastRequest, RegulationSeed, Urgency } from '#db/seed/data/types.ts';
import { units } from '#db/seed/data/units.ts';
import { zones } from '#db/seed/data/zones.ts';
import { addDays, weekdayOf } from '#domain/time.ts';

const HOLIDAYS = new Set([
  '2026-02-16',
  '2026-02-17',
  '2026-02-18',
  '2026-02-19',
  '2026-02-20',
  '2026-09-01',
  '2026-09-02',
]);
const isWorkingDay = (day: string) => weekdayOf(day) % 6 !== 0 && !HOLIDAYS.has(day);
const UNTIL = '2026-11-20';
const requests = pastRequests(2026, { isWorkingDay, until: UNTIL });
const seeds = fc.integer({ min: 0, max: 1_000_000 });
const days = fc.integer({ min: 0, max: 340 }).map((offset) => addDays('2026-01-01', offset));

const rootOf = (code: string): string => units.find((unit) => unit.code === code)?.parent ?? code;
const workingDaysBetween = (from: string, to: string): number => {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
  return count;
};
/** At the latest: receipt in hours may reach into the following working day. */
const endOf = ({ parts }: PastRequest): number =>
  Math.max(...parts.map((p) => Math.ceil((p.receivedAfterWorkingHours ?? 0) / 8) + (p.answeredAfterWorkingDays ?? 0)));
const isAnswered = ({ parts }: PastRequest): boolean => parts.every((part) => part.answeredAfterWorkingDays !== null);

describe('past requests', () => {
  it('are about a hundred, the same every time, in the order of filing', () => {
    expect(requests.length).toBeGreaterThan(90);
    expect(pastRequests(2026, { isWorkingDay, until: UNTIL })).toEqual(requests);
    expect(requests.map(({ filedOn }) => filedOn)).toEqual(requests.map(({ filedOn }) => filedOn).toSorted());
    expect(pastRequests(1, { isWorkingDay, until: UNTIL })).not.toEqual(requests);
  });

  it('make figures alive: every state of urgency, type, field group, zone; late and missing answers among them', () => {
    const seen = (of: (request: PastRequest) => string | null) => new Set(requests.map(of)).size;
    expect([
      seen((r) => r.urgency),
      seen((r) => r.type),
      seen((r) => r.field.slice(0, 2)),
      seen((r) => r.outcome),
    ]).toEqual([4, 5, 7, 4]);
    expect(new Set(requests.flatMap((r) => r.zone ?? [])).size).toBe(10);
    const answers = requests.flatMap((r) =>
      r.parts.map((p) => ({ urgency: r.urgency, days: p.answeredAfterWorkingDays })),
    );
    const term: Record<Urgency, number> = { thuong: 7, khan: 3, thuong_khan: 1, hoa_toc: 0 };
    expect(answers.filter(({ urgency, days }) => (days ?? 0) > term[urgency]).length).toBeGreaterThan(8);
    expect(requests.filter((r) => r.outcome === 'open').length).toBeGreaterThan(5);
  });

  it('name only things that exist, on working days, by a member of the asking unit', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const request of pastRequests(seed, { isWorkingDay, until: UNTIL })) {
          expect(isWorkingDay(request.filedOn)).toBe(true);
          expect(fields.some(({ code }) => code === request.field)).toBe(true);
          const filer = people.find(({ key }) => key === request.filerKey);
          expect(filer?.memberships.map(({ unit }) => unit)).toContain(request.askingUnit);
          const enterprise = enterprises.find(({ taxCode }) => taxCode === request.enterprise);
          if (request.enterprise) expect(enterprise?.zone).toBe(request.zone);
          if (request.zone) expect(zones.some(({ code }) => code === request.zone)).toBe(true);
          expect(request.subject).not.toMatch(/[{}]/);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('stay among the parties of the version in force, successors standing in for those who signed', () => {
    const versions: readonly RegulationSeed[] = regulations;
    for (const { filedOn, askingUnit, parts } of requests) {
      const inForce = versions.findLast((v) => v.validFrom <= filedOn && (v.validTo === null || filedOn <= v.validTo));
      const signed = inForce?.parties ?? [];
      const heirs = succession.filter(({ old }) => signed.includes(old)).map((row) => row.new);
      for (const unit of [askingUnit, ...parts.map((part) => part.unit)])
        expect([...signed, ...heirs], `${filedOn} ${unit}`).toContain(rootOf(unit));
    }
  });

  it('are filed by a head or leader where the urgency or the number of units asks for it', () => {
    for (const { urgency, parts, filerKey } of requests) {
      if (urgency === 'thuong' || (urgency === 'khan' && parts.length <= 5)) continue;
      const roles = people.find(({ key }) => key === filerKey)?.memberships.map(({ role }) => role);
      expect(['head', 'leader']).toContain(roles?.[0]);
    }
  });

  it('never reach beyond the last day, whatever that day is', () => {
    fc.assert(
      fc.property(seeds, days, (seed, until) => {
        for (const request of pastRequests(seed, { isWorkingDay, until })) {
          const age = workingDaysBetween(request.filedOn, until);
          expect(request.filedOn <= until && endOf(request) <= age).toBe(true);
          const isOver = request.outcome === 'closed' || request.outcome === 'synthesised';
          if (isOver) expect(isAnswered(request) && endOf(request) + 2 <= age).toBe(true);
          if (request.outcome === 'withdrawn') expect(age).toBeGreaterThanOrEqual(2);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('only lose what had not happened when the last day is earlier', () => {
    const earlier = pastRequests(2026, { isWorkingDay, until: '2026-06-30' });
    earlier.forEach((request, index) => {
      const { filerKey, subject, filedOn, urgency } = request;
      expect(requests[index]).toMatchObject({ filerKey, subject, filedOn, urgency });
      if (request.outcome === 'closed') expect(requests[index]).toEqual(request);
    });
    expect(earlier.length).toBeLessThan(requests.length);
  });

  it('keep an answer or a draft whole, or leave it out', () => {
    for (const { parts, outcome, outcomeText } of requests) {
      expect(outcome === 'open' || outcome === 'synthesised').toBe(outcomeText === null);
      for (const part of parts) {
        const isWritten = part.position !== null;
        expect(part.answerText !== null).toBe(isWritten);
        if (part.answeredAfterWorkingDays !== null) expect(isWritten).toBe(true);
        if (part.receivedAfterWorkingHours === null) expect(isWritten).toBe(false);
      }
    }
  });
});
