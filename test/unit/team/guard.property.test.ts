/** GR7: the yearly limit as a rule: whatever the plans, an enterprise is not visited twice without a written ground. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Counted, conflictsOf, type Earlier, keepsLimit } from '#domain/team/guard.ts';
import { TEAM_KINDS } from '#domain/team/team.ts';

const TOPICS = ['pccc', 'moi-truong', 'lao-dong', 'attp'];

const counted = fc.record({
  kind: fc.constantFrom(...TEAM_KINDS),
  year: fc.constantFrom(2026, 2027),
  enterpriseIds: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
  topics: fc.uniqueArray(fc.constantFrom(...TOPICS), { minLength: 1 }),
});

const earlier = (team: Omit<Counted, 'teamId'>, id: number): Earlier => ({
  ...team,
  ...{ teamId: id, code: `DKT-${id}`, number: `${id}/BQL`, date: '2026-03-01', firstDay: '2026-03-02', unitId: id },
});

/** By the words of the law, one pair at a time. */
const collide = (one: Omit<Counted, 'teamId'>, other: Omit<Counted, 'teamId'>): boolean =>
  one.year === other.year &&
  one.enterpriseIds.some((id) => other.enterpriseIds.includes(id)) &&
  (one.kind === other.kind || one.topics.some((topic) => other.topics.includes(topic)));

test('a plan stops exactly when the law says so, whoever ordered the earlier one; and names it', () => {
  fc.assert(
    fc.property(counted, fc.array(counted, { maxLength: 6 }), (planned, others) => {
      const stored = others.map((other, index) => earlier(other, index + 1));
      const conflicts = conflictsOf({ ...planned, teamId: null }, stored);
      expect(conflicts.length > 0).toBe(others.some((other) => collide(planned, other)));
      expect(keepsLimit({ ...planned, teamId: null }, stored, false).ok).toBe(conflicts.length === 0);
      expect(keepsLimit({ ...planned, teamId: null }, stored, true).ok).toBe(true);
      for (const { enterpriseId, earlier: named, why } of conflicts) {
        expect(planned.enterpriseIds).toContain(enterpriseId);
        expect(named.enterpriseIds).toContain(enterpriseId);
        expect(why).toBe(named.kind === planned.kind ? 'same_kind' : 'same_content');
      }
    }),
  );
});

test('plans admitted one after the other, without a ground, leave each enterprise one of a kind and no content twice', () => {
  fc.assert(
    fc.property(fc.array(counted, { maxLength: 12 }), (plans) => {
      const admitted: Earlier[] = [];
      for (const [index, plan] of plans.entries()) {
        if (keepsLimit({ ...plan, teamId: null }, admitted, false).ok) admitted.push(earlier(plan, index + 1));
      }
      for (const [index, one] of admitted.entries()) {
        for (const other of admitted.slice(index + 1)) expect(collide(one, other)).toBe(false);
      }
    }),
  );
});

test('a team does not stand in its own way', () => {
  fc.assert(
    fc.property(counted, (plan) => {
      expect(conflictsOf({ ...plan, teamId: 7 }, [earlier(plan, 7)])).toEqual([]);
    }),
  );
});
