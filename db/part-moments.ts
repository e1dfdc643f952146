/** Moves the due rows of parts to where the stored facts say, in the commit that changes the facts. */
import { type Reference, regulationOf } from '#domain/reference.ts';
import { momentsOf, PART_MOMENTS } from '#domain/request/moments.ts';
import type { Part, Request } from '#domain/request/request.ts';
import type { Millis } from '#domain/time.ts';
import type { Tx } from './client.ts';
import { setDue } from './due.ts';

export const moveMoments = async (
  tx: Tx,
  on: { readonly reference: Reference; readonly request: Request; readonly now: Millis },
  parts: readonly Part[],
): Promise<void> => {
  if (parts.length === 0) return;
  const { reference, request, now } = on;
  const timing = { calendar: reference.calendar, regulation: regulationOf(reference, request), request, now };
  const moments = parts.map((part) => ({ id: part.id, at: momentsOf(timing, part) }));
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
