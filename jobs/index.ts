/** What each job does: name → run, complete by type. */

import { forgetChoices } from '#db/chat/choice.ts';
import { leftWaiting } from '#db/chat/inbox.ts';
import { forgetSent, freeExpired } from '#db/chat/outbox.ts';
import { forgetProductions } from '#db/chat/production.ts';
import { foldFigures } from '#db/figures/fold.ts';
import { beat } from '#db/health.ts';
import { forgetPersonal } from '#db/remind/personal-reminder.ts';
import { indexStale } from '#db/request/search.ts';
import { removeDue } from '#db/retention.ts';
import { sealFacts } from '#db/seal.ts';
import { DAY, SECOND } from '#domain/time.ts';
import { deliverAll } from '#runtime/deliver-all.ts';
import { giveUpUnproven, rerouteShut, rerouteStranded } from '#runtime/reroute.ts';
import type { Runtime } from '#runtime/runtime.ts';
import { PROOF_WITHIN_MS } from '#runtime/send-failure.ts';
import type { Work } from '#runtime/work.ts';
import type { Jobs } from './catalog.ts';
import { tickChannels } from './channels.ts';
import { recountOpen } from './due/recount.ts';
import { sweepDue } from './due/sweep.ts';
import { recount } from './figures/recount.ts';
import { fetchPending } from './files.ts';
import { askGroupRights } from './group-rights.ts';
import { nameAccounts } from './names.ts';
import { produceWaiting } from './produce/produce.ts';
import { producers } from './produce/producers.ts';
import { warnOfQuotas } from './quota.ts';

/** An event that waited this long is not in the hands of the process that stored it. */
const LEFT_AFTER_MS = 2 * SECOND;
/** A row is tried again after a lost answer at most this often; a crash loop must not send one message for ever. */
const MOST_AMBIGUOUS = 5;
/** Old buttons are answered politely without their rows. */
const CHOICES_KEPT_MS = 90 * DAY;
/** Handled events: longer than any platform redelivers (24 h). */
const HANDLED_KEPT_MS = 7 * DAY;

/** @param ending the process is told to stop: jobs end at their next step */
export const jobsOf = (runtime: Runtime, work: Work, ending: AbortSignal): Jobs => {
  const send = deliverAll(runtime, ending);
  return {
    deliver: async ({ channel: name }) => {
      const channel = runtime.channels.get(name);
      if (channel === undefined) return;
      const next = await send(channel);
      if (next !== null) runtime.bell.ringAt(name, next);
    },
    due: async () => {
      await recountOpen(runtime, ending);
      await sweepDue(runtime, ending);
      await indexStale(runtime.db);
      await beat(runtime.db, runtime.clock);
    },
    turns: async () => {
      const before = runtime.clock.now() - LEFT_AFTER_MS;
      for (const conversationId of await leftWaiting(runtime.db, before, 200)) await work.turns(conversationId);
      // Found within seconds, also when nothing is due.
      await recountOpen(runtime, ending);
      await indexStale(runtime.db);
    },
    leases: async () => {
      const now = runtime.clock.now();
      await freeExpired(runtime.db, now, MOST_AMBIGUOUS, now + PROOF_WITHIN_MS);
      await giveUpUnproven(runtime);
      await rerouteShut(runtime);
      await rerouteStranded(runtime);
      for (const name of runtime.channels.keys()) runtime.bell.ring(name);
    },
    files: () => fetchPending(runtime, ending),
    produce: () => produceWaiting(runtime, producers, ending),
    channels: async () => {
      await warnOfQuotas(runtime);
      await tickChannels(runtime);
      await nameAccounts(runtime);
      await askGroupRights(runtime, work.accept);
    },
    cleanup: async () => {
      const now = runtime.clock.now();
      await forgetChoices(runtime.db, now - CHOICES_KEPT_MS);
      await forgetSent(runtime.db, now - HANDLED_KEPT_MS);
      await forgetProductions(runtime.db, now);
      await forgetPersonal(runtime.db, now);
    },
    retention: () => removeDue(runtime.db, runtime.clock.now()),
    figures: () => foldFigures(runtime.db, ending),
    recount: () => recount(runtime, ending),
    seal: () => sealFacts(runtime.db, runtime.clock.now()),
  };
};
