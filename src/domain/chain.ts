/**
 * The chain of facts: each fact's hash covers its own words and the hash before it, so that no fact can be changed,
 * dropped or slipped in without breaking every later one. The canonical form is JSON with sorted keys.
 */
export type ChainedFact = {
  readonly stream: string;
  readonly seq: number;
  /** Milliseconds. */
  readonly at: number;
  readonly kind: string;
  readonly actorId: number | null;
  readonly channel: string | null;
  readonly partId: number | null;
  readonly data: object;
};

/** What is hashed, together with the hash before it. */
export const canonical = (fact: ChainedFact): string =>
  sortedJson([fact.stream, fact.seq, fact.at, fact.kind, fact.actorId, fact.channel, fact.partId, fact.data]);

/** The same text for the same value, whatever order its keys were written in. */
export const sortedJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([name, inner]) => `${JSON.stringify(name)}:${sortedJson(inner)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
};
