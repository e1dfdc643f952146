/** The acts table as one page, kept true by this test; and `may` walked over it: what it does not name is refused. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Asked } from '#domain/permission/asked.ts';
import { may } from '#domain/permission/may.ts';
import type { Reference } from '#domain/reference.ts';
import { ACT_NAMES, ACTS, type ActName } from '#domain/request/acts.ts';
import type { PartState, RequestState } from '#domain/request/request.ts';
import { aPermissionWorld, PERSONS } from '#test/factories/permission.ts';
import { aDossier } from '#test/factories/request.ts';
import { localTime } from '#test/support/hand-clock.ts';
import { actLabel } from '#text/request/acts/index.ts';
import { partStates, requestStates } from '#text/request/words.ts';

const PAGE = 'docs/permissions.md';
const REQUEST_STATES: readonly RequestState[] = ['open', 'synthesised', 'closed', 'withdrawn'];
const PART_STATES = Object.keys(partStates) as PartState[]; // a record over all of them

test('docs/permissions.md is the table that the product decides by', () => {
  const page = [
    '# Who may do what, on what, when',
    '',
    'Made from `src/domain/request/acts.ts`, the only source; `test/unit/request/permissions-table.test.ts` keeps it true',
    '(`UPDATE_DOCS=1 npm test -- test/unit/request/permissions-table.test.ts` writes it anew). Conditions beside states and',
    'persons (own draft, number of extensions, dates) are in `src/domain/permission/condition.ts`.',
    '',
    '| button | request is | part is | who |',
    '|---|---|---|---|',
    ...ACT_NAMES.map((act) => row(act)),
    '',
  ].join('\n');
  // An update is asked for by hand, and shows in the diff.
  if (process.env.UPDATE_DOCS === '1') writeFileSync(PAGE, page);
  expect(existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '').toBe(page);
});

const row = (act: ActName): string => {
  const { requestStates: requests, partStates: parts, who } = ACTS[act];
  const onRequest = requests.map((one) => requestStates[one]).join(', ');
  const onPart = (parts ?? []).map((one) => partStates[one]).join(', ');
  return `| **${actLabel(act)}** | ${onRequest} | ${onPart === '' ? '–' : onPart} | ${who.join(', ')} |`;
};

const now = localTime('2026-12-03 09:00');
const reference: Reference = aPermissionWorld();

const ask = (act: ActName, person: number, request: RequestState, part: PartState) => {
  const dossier = aDossier(
    { state: request, filerId: PERSONS.filer, askingUnitId: 1, visibleAt: localTime('2026-11-23 08:00') },
    [{ unitId: 2, state: part, holderId: PERSONS.holder, due: localTime('2026-12-04 00:00') }, { unitId: 3 }],
  );
  const subject = ACTS[act].subject === 'part' ? (dossier.parts[0] ?? null) : null;
  const asked: Asked = { reference, personId: person, dossier, part: subject, now };
  return may(act, asked);
};

const CASES = ACT_NAMES.flatMap((act) =>
  Object.entries(PERSONS).flatMap(([name, person]) =>
    REQUEST_STATES.flatMap((request) => PART_STATES.map((part) => ({ act, name, person, request, part }))),
  ),
);

const isInTable = ({ act, name, request, part }: (typeof CASES)[number]): boolean => {
  const rule = ACTS[act];
  return (
    relationsOfPerson(name).some((relation) => rule.who.includes(relation)) &&
    rule.requestStates.includes(request) &&
    (rule.subject === 'request' || rule.partStates?.includes(part) === true)
  );
};

test('every person × act × state: what the table does not name is refused', () => {
  const allowed = CASES.filter((one) => !isInTable(one) && ask(one.act, one.person, one.request, one.part).ok);
  expect(allowed).toEqual([]);
});

test('whoever the table names, in the states it names, is stopped only by a condition', () => {
  const stopped = CASES.filter(isInTable).flatMap((one) => {
    const verdict = ask(one.act, one.person, one.request, one.part);
    return verdict.ok ? [] : [verdict.code];
  });
  expect(
    [...new Set(stopped)].filter((code) => /^act\.(not_yours|part_state|request_state)|unknown/.test(code)),
  ).toEqual([]);
});

test('a stranger and an administrator do not even learn that the request exists', () => {
  const outside = CASES.filter(({ name }) => name === 'stranger' || name === 'admin');
  const codes = outside
    .map((one) => ask(one.act, one.person, one.request, one.part))
    .map((one) => (one.ok ? 'ok' : one.code));
  expect([...new Set(codes)]).toEqual(['request.unknown']);
});

/** Written out by hand: who of the world stands how. */
const relationsOfPerson = (name: string): readonly (typeof ACTS)[ActName]['who'][number][] => {
  const known: Readonly<Record<string, readonly (typeof ACTS)[ActName]['who'][number][]>> = {
    filer: ['filer'],
    askingHead: ['asking_chief'],
    askingClerk: ['asking_clerk'],
    askingLeader: ['asking_chief', 'asking_leader'],
    holder: ['holder'],
    focal: ['desk'],
    head: ['head'],
    leader: ['leader', 'approver'],
    clerk: ['clerk'],
    coordinator: ['coordinator'],
    auditor: ['auditor'],
  };
  return known[name] ?? [];
};
