/** Where a platform's events name nobody it is asked who has written, so that an administrator sees whom he confirms. */
import { keepName, unnamedAccounts } from '#db/people/account-state.ts';
import type { Runtime } from '#runtime/runtime.ts';

/** At each turn of the job: a group that is new is named within minutes, and a platform is not flooded. */
const MOST = 20;

export const nameAccounts = async ({ db, channels, clock, log }: Runtime): Promise<void> => {
  for (const { name: channel, nameOf } of channels.values()) {
    if (nameOf === undefined) continue;
    try {
      for (const { id, externalId } of await unnamedAccounts(db, channel, MOST)) {
        await keepName(db, id, clean((await nameOf(externalId)) ?? ''), clock.now());
      }
    } catch (error) {
      log.warn({ err: error, channel }, 'the platform did not tell who has written');
    }
  }
};

/** One line of what can be seen: people call themselves what they like. */
const clean = (name: string): string => name.toWellFormed().replaceAll(/\p{C}/gu, '').trim().slice(0, 100);
