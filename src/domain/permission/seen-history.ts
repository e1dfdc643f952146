/** The history as far as a person sees it: on the screen and on paper alike. */
import type { UnitId } from '#domain/directory/directory.ts';
import type { FactKind, FactValue } from '#domain/request/decision.ts';
import type { Part } from '#domain/request/request.ts';
import { type Insight, seesFact } from './insight.ts';

type Data = Readonly<Record<string, FactValue>>;
type Stored = { readonly kind: string; readonly partId: number | null; readonly data: Data };
export type SeenFact<F extends Stored> = Omit<F, 'kind'> & { readonly kind: FactKind; readonly unitId: UnitId | null };

export const seenHistory = <F extends Stored>(
  insight: Insight,
  parts: readonly Part[],
  facts: readonly F[],
): readonly SeenFact<F>[] => {
  const unitOf = new Map(parts.map((part) => [part.id, part.unitId]));
  return facts
    .map((fact) => ({
      ...fact,
      kind: fact.kind as FactKind, // a request's stream is written by its acts only
      data: insight.content ? fact.data : courseOf(fact.data),
      unitId: fact.partId === null ? ownUnit(fact) : (unitOf.get(fact.partId) ?? null),
    }))
    .filter((fact) => seesFact(insight, fact));
};

/** Of a request as a whole, how one person is reminded is his unit's. */
const ownUnit = ({ kind, data }: Stored): number | null =>
  kind.startsWith('reminder_') && typeof data.unit === 'number' ? data.unit : null;

/** From state to state, without the words that were given. */
const courseOf = ({ from, to }: Data): Data => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});
