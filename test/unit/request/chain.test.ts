/** What is hashed of a fact: all of it, always in the same form. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chain, hashOf, NO_FACTS } from '#db/fact.ts';
import { type ChainedFact, canonical } from '#domain/chain.ts';

const fact: ChainedFact = {
  stream: 'request:1',
  seq: 1,
  at: 1_795_500_000_000,
  kind: 'received',
  actorId: 7,
  channel: 'web',
  partId: 3,
  data: { from: 'awaiting', to: 'accepted', due: 5, late: false },
};

test('the order in which a database gives back the keys of the data does not matter', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))),
      (data) => {
        const turned = Object.fromEntries(Object.entries(data).toReversed());
        expect(canonical({ ...fact, data: turned })).toBe(canonical({ ...fact, data }));
      },
    ),
  );
});

test('a change of any field, or of the fact before, changes the hash', () => {
  const changes: Partial<ChainedFact>[] = [
    ...[
      { stream: 'request:2' },
      { seq: 2 },
      { at: fact.at + 1 },
      { kind: 'assigned' },
      { actorId: 8 },
      { actorId: null },
    ],
    ...[{ channel: null }, { partId: null }, { data: { ...fact.data, late: true } }, { data: {} }],
  ];
  const hashes = changes.map((change) => hashOf({ ...fact, ...change }, NO_FACTS.hash).toString('hex'));
  const own = [hashOf(fact, NO_FACTS.hash), hashOf(fact, hashOf(fact, NO_FACTS.hash))].map((hash) =>
    hash.toString('hex'),
  );
  expect(new Set([...hashes, ...own]).size).toBe(changes.length + 2);
});

test('facts of one act follow each other, and the next act goes on from the last', () => {
  const draft = { kind: 'received', partId: 1, data: {} } as const;
  const origin = { actorId: 1, channel: 'web', at: 5 };
  const first = chain('request:1', NO_FACTS, [draft, draft], origin);
  const second = chain('request:1', first.head, [draft], origin);
  const rows = [...first.rows, ...second.rows];
  expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  for (const [index, row] of rows.entries()) {
    expect(row.prev).toEqual(index === 0 ? NO_FACTS.hash : rows[index - 1]?.hash);
    expect(row.hash).toEqual(hashOf(row, row.prev));
  }
  expect(second.head).toEqual({ seq: 3, hash: rows[2]?.hash });
});
