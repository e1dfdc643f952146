/** Where the tokens of the official account are kept: encrypted in the database, one holder at a time. */
import { z } from 'zod';
import type { TokenStore } from '#channels/zalo-oa/options.ts';
import { cipherWith } from '#db/cipher.ts';
import type { Db } from '#db/client.ts';
import { credentialStore } from '#db/credential.ts';
import type { Clock } from '#src/clock.ts';
import type { Log } from '#src/log.ts';

const NAME = 'zalo-oa';

const tokens = z.object({
  access: z.string(),
  refresh: z.string(),
  renewAt: z.number(),
  endsAt: z.number(),
  beganWith: z.string(),
});

type Deps = {
  readonly db: Db;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  readonly appKey: string;
};

export const oaTokens = ({ db, clock, log, appKey }: Deps): TokenStore =>
  credentialStore(db, {
    ...{ name: NAME, cipher: cipherWith(appKey), now: clock.now, log },
    parse: (value) => tokens.parse(value),
  });
