/** Moves the due rows of parts to where the stored facts say, in the commit that changes the facts. */
import { type Reference, regulationOf } from '#domain/reference.ts';
import { momentsOf, PART_MOMENTS } from '#domain/request/moments.ts';
import type { Part, Request } from '#domain/request/request.ts';
import type { Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';
import { setDue } from '../due.ts';

export const moveMoments = (
  tx: Tx,
  { request, ...on }: { readonly reference: Reference; readonly request: Request; readonly now: Millis },
  parts: readonly Part[],
): Promise<void> => moveAllMoments(tx, on, [{ request, parts }]);

/** Of many requests at once. */
export const moveAllMoments = async (
  tx: Tx,
  { reference, now }: { readonly reference: Reference; readonly now: Millis },
  moved: readonly { readonly request: Request; readonly parts: readonly Part[] }[],
): Promise<void> => {
  const moments = moved.flatMap(({ request, parts }) => {
    const timing = { calendar: reference.calendar, regulation: regulationOf(reference, request), request, now };
    return parts.map((part) => ({ id: part.id, at: momentsOf(timing, part) }));
  });
  if (moments.length === 0) return;
  await Promise.all(
    PART_MOMENTS.map((kind) =>
      setDue(
        tx,
        kind,
        moments.map(({ id, at }) => ({ subjectId: id, at: at[kind] })),
      ),
    ),
  );
};
