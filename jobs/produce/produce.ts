/**
 * Makes what was asked for, one after the other, and puts it into the outbox in the commit that marks it made: it is
 * sent once however often its maker dies.
 */

import { saveChoices } from '#db/chat/choice.ts';
import { enqueue } from '#db/chat/outbox.ts';
import { endProduction, type Production, retryProduction, takeProduction } from '#db/chat/production.ts';
import { inTransaction, type Tx } from '#db/client.ts';
import { storeMade } from '#db/file.ts';
import { DAY, SECOND } from '#domain/time.ts';
import { composeReplies, writeNotices } from '#runtime/compose.ts';
import type { Say } from '#runtime/handler.ts';
import type { Runtime } from '#runtime/runtime.ts';
import { texts } from '#text/delivery.ts';
import { sayRefusal } from '#text/refusals.ts';
import type { Made, MadeFile, Producer } from './producer.ts';

/** Many times what the slowest takes (P8: 2 s); a maker that died is followed by another then. */
const LEASE_MS = 60 * SECOND;
const AGAIN_MS = 5 * SECOND;
/** What failed this often fails for a reason that time does not mend. */
const MOST_ATTEMPTS = 3;
/** What was made to be looked at is in the chat by then. */
const FILES_KEPT_MS = 30 * DAY;

export const produceWaiting = async (
  runtime: Runtime,
  producers: readonly Producer[],
  ending: AbortSignal,
): Promise<void> => {
  while (!ending.aborted) {
    const now = runtime.clock.now();
    const taken = await takeProduction(runtime.db, now, now + LEASE_MS);
    if (taken === null) return;
    await produceOne(runtime, producers, taken);
  }
};

const produceOne = async (runtime: Runtime, producers: readonly Producer[], taken: Production): Promise<void> => {
  const found = producers.find(({ kind }) => kind === taken.kind);
  // Asked for by a newer release, whose own workers will make it; after the attempts the person is told.
  const failed = (error: unknown): Promise<void> => afterFailure(runtime, taken, error);
  if (found === undefined) return failed(new Error('nobody makes a production of this kind'));
  try {
    const now = runtime.clock.now();
    const on = { db: runtime.db, reference: await runtime.reference.latest(), now, personId: taken.personId };
    const made = await found.make(on, taken.params);
    if (!made.ok) return await end(runtime, taken, 'failed', { say: { lines: sayRefusal(made) }, files: [] });
    await end(runtime, taken, 'made', made.value);
  } catch (error) {
    await failed(error);
  }
};

const afterFailure = async (runtime: Runtime, taken: Production, error: unknown): Promise<void> => {
  const { id, kind, attempts } = taken;
  runtime.log.error({ err: error, production: id, kind, attempts }, 'a production failed');
  if (attempts < MOST_ATTEMPTS) return retryProduction(runtime.db, id, runtime.clock.now() + AGAIN_MS);
  await end(runtime, taken, 'failed', { say: { lines: texts.notMade }, files: [] });
};

const end = async (runtime: Runtime, taken: Production, state: 'made' | 'failed', made: Made): Promise<void> => {
  const ring = await inTransaction(runtime.db, async (tx) => {
    if (!(await endProduction(tx, taken.id, state))) return new Set<string>();
    const files = await Promise.all(made.files.map((file) => keep(tx, runtime, taken, file)));
    return hand(runtime, tx, taken, { ...made.say, files });
  });
  for (const channel of ring) runtime.bell.ring(channel);
};

const keep = async (tx: Tx, runtime: Runtime, { personId }: Production, file: MadeFile) => {
  const now = runtime.clock.now();
  const fileId = await storeMade(tx, { ...file, personId, now, expiresAt: now + FILES_KEPT_MS });
  return { fileId, name: file.name, mime: file.mime, size: file.bytes.length, picture: file.picture };
};

/** @returns the channels to ring */
const hand = async (runtime: Runtime, tx: Tx, taken: Production, say: Say): Promise<ReadonlySet<string>> => {
  const now = runtime.clock.now();
  const { place, personId } = taken;
  if (place === null) return writeNotices(runtime, tx, [{ to: personId, say, class: 'urgent' }], now);
  const { channel, address } = place;
  // The chat may have gone on: what is made now neither replaces a message nor takes over the numbers shown last.
  const target = { channel, address, conversationId: null, personId, editRef: null, replyRef: null };
  const { choices, rows } = composeReplies(runtime, target, [say]);
  await Promise.all([saveChoices(tx, choices, now), enqueue(tx, rows, now)]);
  return new Set([channel]);
};
