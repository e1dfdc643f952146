/** A request as the person may see it now: asked again, since rights may have changed since he asked. */
import { inTransaction, type Tx } from '#db/client.ts';
import { dossiersById, type LoadedDossier } from '#db/request/request.ts';
import { canSee, scopeOf } from '#domain/permission/scope.ts';
import { type Result, refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import type { Making } from './producer.ts';

export const onSeenDossier = <T>(
  on: Making,
  requestId: number,
  work: (tx: Tx, dossier: LoadedDossier) => Promise<Result<T>>,
): Promise<Result<T>> =>
  inTransaction(on.db, async (tx) => {
    const [dossier] = await dossiersById(tx, [requestId]);
    const scope = scopeOf(on.reference.directory, on.personId, dateOf(on.now));
    if (dossier === undefined || !canSee(scope, dossier, on.now)) return refused('request.unknown');
    return work(tx, dossier);
  });
