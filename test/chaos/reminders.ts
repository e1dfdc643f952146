/** F4: reminders that fall due while the queue's store is emptied, or gone and back. */
import { sql } from 'kysely';
import { fillIn } from './play.ts';
import type { Actor, Stage } from './stage.ts';

/** Requests to every unit that has a desk: one reminder for each part. @returns how many parts */
export const fileForAll = async (filers: readonly Actor[], unitNames: readonly string[]): Promise<number> => {
  await Promise.all(
    filers.map(async (filer, index) => {
      await fillIn(filer, `Nhắc ${index}`, unitNames.join(', '));
      filer.user.presses('Gửi');
      await filer.user.hears('Đã gửi đề nghị', 60_000);
    }),
  );
  return filers.length * unitNames.length;
};

export const unitNamesOf = async ({ db, desks }: Stage): Promise<string[]> => {
  const rows = await db.query
    .selectFrom('membership')
    .innerJoin('unit', 'unit.id', 'membership.unit_id')
    .select(['unit.name', 'membership.person_id as personId'])
    .execute();
  return desks.map(({ personId }) => rows.find((row) => row.personId === personId)?.name ?? '');
};

export type Reminded = { readonly lost: number; readonly dup: number; readonly lateMs: number };

/** Every part's reminder falls due in a moment of ours; the fault comes before it. @param fault resolves when it is over */
export const remindThrough = async (
  stage: Stage,
  parts: number,
  { inMs, fault }: { readonly inMs: number; readonly fault: () => Promise<unknown> },
): Promise<Reminded> => {
  const before = stage.fake.world.lastSeen();
  /** A long reminder comes in pieces: codes are counted, and nothing but reminders is under way. */
  const reminded = (): number[] =>
    stage.desks.map(
      ({ user }) =>
        user
          .sees()
          .filter(({ seen }) => seen > before)
          .flatMap(({ text }) => [...text.matchAll(/PH-\d{4}-\d{5}/g)]).length,
    );
  const perDesk = parts / stage.desks.length;
  const { rows } = await sql<{ at: number }>`
    with clock as (
      -- Whole milliseconds, as the product writes them: a row is taken by its exact moment.
      select date_trunc('milliseconds',
        product_at + (clock_timestamp() - real_at) * speed::float8 + ${inMs}::int * interval '1 ms') as at
      from product_clock
    )
    update due set at = clock.at from clock where kind = 'remind' returning due.at`.execute(stage.db.query);
  if (rows.length !== parts) throw new Error(`${rows.length} reminders are set, not ${parts}`);
  const dueAt = performance.now() + inMs;
  await fault();
  const back = Math.max(dueAt, performance.now());
  await stage.fake.waitFor(() => reminded().every((count) => count >= perDesk), 300_000);
  return {
    lost: reminded().filter((count) => count < perDesk).length,
    dup: reminded().reduce((sum, count) => sum + Math.max(0, count - perDesk), 0),
    lateMs: Math.round(performance.now() - back),
  };
};
