/** `cli zalo check`: what an administrator must know when Zalo does not work; `cli zalo unhook`: before polling. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { createClient } from '#channels/zalo-bot/client.ts';
import { removeWebhook } from '#channels/zalo-bot/webhook.ts';
import { appKeyOf } from '#src/start/app-key.ts';
import { openZaloOa, zaloBotConfig, zaloOaConfig } from '#src/start/zalo.ts';
import { texts } from '#text/cli-zalo.ts';
import { defineCommand, done, refuse } from './command.ts';
import { withData } from './database.ts';
import { checkBot, checkOa, checkSignature } from './zalo-checks.ts';

const options = {
  /** A file with the bytes of an event's body, and what stood in its headers. */
  event: z.string().optional(),
  signature: z.string().optional(),
  stamp: z.string().optional(),
};

export const zaloCheck = defineCommand(
  '[--event FILE --signature MAC [--stamp T]]',
  options,
  async (context, { event, signature, stamp }) => {
    const { config, log } = context;
    const bot = zaloBotConfig(config);
    const oa = zaloOaConfig(config);
    if (bot === null && oa === null) return refuse(texts.off);
    if ((event === undefined) !== (signature === undefined)) return { kind: 'usage' };
    if (event !== undefined && oa === null) return refuse(texts.noAccount);
    return withData(context, async ({ db, clock }) => {
      const appKey = await appKeyOf(config);
      const account = openZaloOa(config, { db, clock, log, appKey })?.account ?? null;
      const found = [
        ...(bot === null ? [] : await checkBot(bot, db, clock.now())),
        ...(account === null ? [] : await checkOa(account, config.publicUrl, oa?.reminderTemplate ?? null)),
        ...(oa === null || event === undefined
          ? []
          : [checkSignature(oa, { raw: await readFile(event), signature: signature ?? '', stamp })]),
      ];
      const json = { ok: found.every(({ ok }) => ok), checks: found };
      return json.ok
        ? done(json, ...found.map(texts.line))
        : refuse(texts.notWell(found.filter(({ ok }) => !ok)), json);
    });
  },
);

export const zaloUnhook = defineCommand('', {}, async ({ config }) => {
  const bot = zaloBotConfig(config);
  if (bot === null) return refuse(texts.off);
  await removeWebhook(createClient(bot));
  return done({ ok: true }, texts.unhooked);
});
