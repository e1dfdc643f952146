/** Which chat channels this configuration turns on, and how each receives. */
import type { Config } from '#src/config.ts';

export const channelsOf = ({ telegram, zaloBot, zaloOa, webChat }: Config): Readonly<Record<string, string>> => ({
  telegram: telegram.enabled ? telegram.receive.mode : 'off',
  'zalo-bot': zaloBot.enabled ? zaloBot.receive.mode : 'off',
  'zalo-oa': zaloOa.enabled ? 'webhook' : 'off',
  web: webChat ? 'on' : 'off',
});
