/** Tells of dates that a changed calendar has moved: one message a person, whatever it moved and in how many batches. */
import { inTransaction } from '#db/client.ts';
import { takeRecountNotices } from '#db/request/recount.ts';
import { dossiersById } from '#db/request/request.ts';
import type { Directory } from '#domain/directory/directory.ts';
import { membershipsOf } from '#domain/directory/directory.ts';
import { isCounted } from '#domain/request/recount.ts';
import type { Dossier } from '#domain/request/request.ts';
import { dateOf } from '#domain/time.ts';
import { writeNotices } from '#runtime/compose.ts';
import { type Notice, pick } from '#runtime/handler.ts';
import type { Runtime } from '#runtime/runtime.ts';
import { showAction, workPageAction } from '#src/notice/actions.ts';
import { type MovedDate, recountLines } from '#text/request/recount.ts';
import { texts } from '#text/request/screens.ts';

/** People of one commit: large enough to be quick, small enough to lose little when killed. */
const PEOPLE = 50;
/** More of them make a list that nobody reads; the rest are a tap away. */
const MOST_LISTED = 12;

/** @param ending what is left is told by the next process */
export const tellRecounted = async (runtime: Runtime, ending: AbortSignal): Promise<void> => {
  while (!ending.aborted && (await tellSome(runtime))) {
    // Until everybody has been told.
  }
};

type Taken = Awaited<ReturnType<typeof takeRecountNotices>>;

const tellSome = async (runtime: Runtime): Promise<boolean> => {
  const { directory } = await runtime.reference.latest();
  const { taken, ring } = await inTransaction(runtime.db, async (tx) => {
    const now = runtime.clock.now();
    const rows = await takeRecountNotices(tx, PEOPLE);
    const dossiers = new Map(
      (await dossiersById(tx, [...new Set(rows.map((row) => row.requestId))])).map((one) => [one.request.id, one]),
    );
    const notices = [...Map.groupBy(rows, (row) => row.personId)]
      .filter(([to]) => membershipsOf(directory, to, dateOf(now)).length > 0)
      .flatMap(([to, own]) => noticeOf(directory, dossiers, to, own));
    return { taken: rows.length, ring: await writeNotices(runtime, tx, notices, now) };
  });
  for (const name of ring) runtime.bell.ring(name);
  return taken > 0;
};

const noticeOf = (
  directory: Directory,
  dossiers: ReadonlyMap<number, Dossier>,
  to: number,
  rows: Taken,
): readonly Notice[] => {
  const moved = rows.flatMap((row): MovedDate[] => {
    const dossier = dossiers.get(row.requestId);
    const part = dossier?.parts.find((one) => one.id === row.partId);
    // Answered since, or moved back: there is nothing to be told.
    if (dossier === undefined || part === undefined || !isCounted(dossier.request, part)) return [];
    if (part.due === row.beforeDue && part.provisional === row.beforeProvisional) return [];
    return [{ request: dossier.request, part, before: { due: row.beforeDue, provisional: row.beforeProvisional } }];
  });
  if (moved.length === 0) return [];
  const listed = moved.toSorted((a, b) => a.part.due - b.part.due || a.part.id - b.part.id).slice(0, MOST_LISTED);
  const changes = new Map(rows.flatMap((row) => row.changes).map((one) => [JSON.stringify(one), one]));
  const more = moved.length > listed.length ? [[pick(workPageAction, texts.older, { offset: 0 })]] : [];
  const codes = new Map(listed.map(({ request }) => [request.id, request.code]));
  return [
    {
      to,
      class: 'reminder',
      say: {
        lines: recountLines(directory, { listed, total: moved.length }, [...changes.values()]),
        choices: [...[...codes].map(([requestId, code]) => [pick(showAction, code, { requestId })]), ...more],
      },
    },
  ];
};
