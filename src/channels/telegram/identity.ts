/**
 * Who we are. The bot's id is the first half of its token; its username only the platform knows. It is asked for once
 * and kept, so the process starts while the platform is unreachable.
 */

import { faultName, type Log } from '../log.ts';
import type { Client } from './client.ts';

export type Identity = {
  readonly id: number;
  /** Undefined until the platform has told; being asked without knowing makes it ask. */
  readonly known: () => string | undefined;
  readonly username: () => Promise<string>;
  /** Whether groups are read whole without being an administrator there; undefined until the platform has told. */
  readonly readsAll: () => boolean | undefined;
};

export const createIdentity = (token: string, client: Client, log: Log): Identity => {
  let name: string | undefined;
  let readsAll: boolean | undefined;
  let asking: Promise<string> | undefined;
  const ask = async (): Promise<string> => {
    const me = await client.call((api, signal) => api.getMe(signal));
    name = me.username;
    readsAll = me.can_read_all_group_messages;
    return me.username;
  };
  const username = async (): Promise<string> => {
    if (name !== undefined) return name;
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };
  const known = (): string | undefined => {
    if (name === undefined) username().catch((error) => log.warn(faultName(error), 'telegram: own name not known yet'));
    return name;
  };
  return { id: Number(token.split(':')[0]), known, username, readsAll: () => readsAll };
};
