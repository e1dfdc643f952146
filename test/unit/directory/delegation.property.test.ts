/** LC8: who stands in may do what his principal may, in that organisation, and never approves what either wrote. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDelegation, standIns } from '#domain/directory/delegation.ts';
import type { Delegation } from '#domain/directory/directory.ts';
import { actsFor, may } from '#domain/permission/may.ts';
import { canSee, scopeOf } from '#domain/permission/scope.ts';
import type { Reference } from '#domain/reference.ts';
import { ACT_NAMES, ACTS, type ActName } from '#domain/request/acts.ts';
import type { Answer, Dossier } from '#domain/request/request.ts';
import { dateOf } from '#domain/time.ts';
import { aPermissionWorld, PERSONS } from '#test/factories/permission.ts';
import { aDossier } from '#test/factories/request.ts';
import { localTime } from '#test/support/hand-clock.ts';

const NOW = localTime('2026-11-25 09:00');
const DAY = dateOf(NOW);
const world = aPermissionWorld();
const people = Object.values(PERSONS);
const unitOf = (id: number): number => world.directory.byPerson.get(id)?.[0]?.unitId ?? 0;

const withDelegations = (delegations: readonly Delegation[]): Reference => ({
  ...world,
  regulations: [{ id: 1, maxExtensions: 1 } as Reference['regulations'][number]], // the rules read nothing else of it here
  directory: { ...world.directory, delegations },
});

/** A pair of one organisation: the only ones that the rule lets through. */
const pairs = people.flatMap((fromId) =>
  people.filter((toId) => toId !== fromId && unitOf(toId) === unitOf(fromId)).map((toId) => ({ fromId, toId })),
);
const delegation = fc.constantFrom(...pairs).map(
  ({ fromId, toId }): Delegation => ({
    ...{ id: 1, fromId, toId, unitId: unitOf(fromId), validFrom: '2026-11-20', validTo: '2026-11-30' },
  }),
);

const person = fc.constantFrom(...people);
const maybe = fc.option(person);
const answerBy = (
  state: Answer['state'],
  authorId: number,
  authorFor: number | null,
  decidedBy: number | null,
): Answer => ({
  ...{ id: 1, state, position: 'agree', words: '', authorId, authorFor, submittedAt: NOW, late: false, document: null },
  ...{ decidedBy, decidedFor: null, decidedAt: decidedBy === null ? null : NOW },
});
const dossier = fc
  .record({
    holderId: maybe,
    filerId: fc.constantFrom(PERSONS.filer, PERSONS.askingHead, PERSONS.holder),
    state: fc.constantFrom('awaiting' as const, 'accepted' as const, 'drafted' as const, 'answered' as const),
    author: person,
    authorFor: maybe,
    decidedBy: person,
    asker: person,
    askedFor: maybe,
    requestState: fc.constantFrom('open' as const, 'synthesised' as const),
  })
  .map(
    ({ holderId, filerId, state, author, authorFor, decidedBy, asker, askedFor, requestState }): Dossier =>
      aDossier({ filerId, state: requestState }, [
        {
          ...{ holderId, state },
          draft: state === 'drafted' ? answerBy('submitted', author, authorFor, null) : null,
          answer: state === 'answered' ? answerBy('valid', author, authorFor, decidedBy) : null,
          extensions: [
            { id: 1, until: NOW, reason: '', askedBy: asker, askedFor, state: 'asked' as const, decidedAt: null },
          ],
          handover: { id: 1, toUnitId: 3, askedBy: asker, askedFor },
        },
      ]),
  );

const DECISIONS: readonly ActName[] = [
  ...(['approve', 'return_draft', 'agree_extension', 'refuse_extension'] as const),
  ...(['agree_handover', 'refuse_handover', 'close', 'undo'] as const),
];

/** An act on the matter: on its part, or on the request itself. */
const on = (act: ActName, matter: Dossier) => ({
  ...{ dossier: matter, part: ACTS[act].subject === 'part' ? (matter.parts[0] ?? null) : null, now: NOW },
});

const allowed = (act: ActName, reference: Reference, personId: number, matter: Dossier): boolean =>
  may(act, { reference, personId, ...on(act, matter) }).ok;

const sees = (reference: Reference, id: number, matter: Dossier): boolean =>
  canSee(scopeOf(reference.directory, id, DAY), matter, NOW);

/** A role of the whole regulation is not lent; nor is what the principal filed for another organisation. */
const isLent = ({ fromId }: Delegation, { request }: Dossier): boolean => {
  const roles = (world.directory.byPerson.get(fromId) ?? []).map(({ role }) => role);
  const isStanding = roles.some((role) => ['coordinator', 'auditor', 'admin'].includes(role));
  return !isStanding && (request.filerId !== fromId || unitOf(fromId) === request.askingUnitId);
};

describe('whoever stands in', () => {
  test('may do nothing that neither he himself nor his principal may, and sees nothing that neither sees', () => {
    fc.assert(
      fc.property(delegation, dossier, (one, matter) => {
        const [lent, bare] = [withDelegations([one]), withDelegations([])];
        for (const act of ACT_NAMES.filter((name) => allowed(name, lent, one.toId, matter))) {
          const owners = [one.toId, one.fromId].filter((id) => allowed(act, bare, id, matter));
          // In his own right where he has it, else in the place of the other.
          const actor = actsFor(act, { reference: lent, personId: one.toId, ...on(act, matter) }) ?? one.toId;
          expect([act, owners[0]]).toEqual([act, actor]);
        }
        const seen = sees(bare, one.toId, matter) || sees(bare, one.fromId, matter);
        expect(seen || !sees(lent, one.toId, matter)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('may do what his principal may there, but for decisions on what either did', () => {
    fc.assert(
      fc.property(delegation, dossier, (one, matter) => {
        fc.pre(isLent(one, matter));
        const [lent, bare] = [withDelegations([one]), withDelegations([])];
        const plain = ACT_NAMES.filter((act) => !DECISIONS.includes(act));
        for (const act of plain.filter((name) => allowed(name, bare, one.fromId, matter))) {
          expect([act, allowed(act, lent, one.toId, matter)]).toEqual([act, true]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('never approves, decides or closes what either wrote, asked for or approved, or had in his name', () => {
    fc.assert(
      fc.property(delegation, dossier, (one, matter) => {
        const reference = withDelegations([one]);
        const [part] = matter.parts;
        const mayAny = (...acts: readonly ActName[]) => acts.some((act) => allowed(act, reference, one.toId, matter));
        const isOf = (...who: readonly (number | null | undefined)[]): boolean =>
          who.includes(one.fromId) || who.includes(one.toId);
        const isOwnDraft = isOf(part?.draft?.authorId, part?.draft?.authorFor);
        expect(isOwnDraft && mayAny('approve', 'return_draft')).toBe(false);
        const asked = part?.extensions[0];
        const isOwnAsking = isOf(asked?.askedBy, asked?.askedFor);
        expect(isOwnAsking && mayAny('agree_extension', 'refuse_extension', 'agree_handover')).toBe(false);
        expect(isOf(part?.answer?.decidedBy) && mayAny('close')).toBe(false);
        // Nor does the principal decide on what was written in his name, once he is back.
        const isInHisName = part?.draft?.authorFor === one.fromId;
        expect(isInHisName && allowed('approve', withDelegations([]), one.fromId, matter)).toBe(false);
      }),
      { numRuns: 600 },
    );
  });
});

describe('a delegation', () => {
  const { directory } = world;
  const wanted: Omit<Delegation, 'id'> = {
    fromId: PERSONS.leader,
    toId: PERSONS.head,
    unitId: 2,
    validFrom: '2026-11-25',
    validTo: '2026-11-30',
  };
  const check = (over: Partial<typeof wanted>, there: readonly Delegation[] = []) => {
    const result = checkDelegation({ ...directory, delegations: there }, { ...wanted, ...over }, DAY);
    return result.ok ? 'ok' : result.code;
  };

  test.each([
    [{}, 'ok'],
    [{ toId: PERSONS.leader }, 'delegate.self'],
    [{ toId: PERSONS.filer }, 'delegate.elsewhere'],
    [{ validFrom: '2026-11-24' }, 'delegate.past'],
    [{ validTo: '2026-11-24' }, 'delegate.period'],
    [{ validTo: '2028-11-24' }, 'delegate.period'],
  ] as const)('with %j is %s', (over, code) => {
    expect(check(over)).toBe(code);
  });

  test('that overlaps, goes on in a chain, or comes back in a circle is refused', () => {
    const there = { ...wanted, id: 1 };
    expect(check({ toId: PERSONS.holder }, [there])).toBe('delegate.overlap');
    expect(check({ fromId: PERSONS.head, toId: PERSONS.holder }, [there])).toBe('delegate.overlap');
    expect(check({ fromId: PERSONS.head, toId: PERSONS.leader }, [there])).toBe('delegate.overlap');
    expect(check({ fromId: PERSONS.holder, toId: PERSONS.leader }, [there])).toBe('delegate.overlap');
    expect(check({ fromId: PERSONS.holder }, [there])).toBe('ok');
    expect(check({ validFrom: '2026-12-01', validTo: '2026-12-02' }, [there])).toBe('ok');
  });

  test('holds for its days, and ends with the membership of either', () => {
    const there = { ...wanted, id: 1 };
    const at = (day: string, of = { ...directory, delegations: [there] }) => standIns(of, [PERSONS.leader], 2, day);
    expect([at('2026-11-24'), at('2026-11-25'), at('2026-11-30'), at('2026-12-01')].flat()).toEqual([
      ...[PERSONS.leader, PERSONS.head, PERSONS.head, PERSONS.leader],
    ]);
    for (const gone of [PERSONS.leader, PERSONS.head]) {
      const byPerson = new Map(directory.byPerson).set(gone, []);
      expect(at('2026-11-25', { ...directory, byPerson, delegations: [there] })).toEqual([PERSONS.leader]);
    }
    expect(standIns({ ...directory, delegations: [there] }, [PERSONS.leader], 1, '2026-11-25')).toEqual([
      PERSONS.leader,
    ]);
  });
});
