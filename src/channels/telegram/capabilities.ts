/** Telegram's published limits, and the pace at which it answers no 429. */
import type { Capabilities } from '#message/capabilities.ts';

export const CAPABILITIES: Capabilities = {
  textLimit: 4096,
  captionLimit: 1024,
  // 100 is the platform's limit; two Vietnamese labels side by side are what a phone shows whole.
  buttons: { most: 100, perRow: 2, labelLimit: 64 },
  edits: true,
  toastLimit: 200,
  fileLimit: 50_000_000,
  readsGroups: 'administrator',
  // 30 a second over all chats, one a second in a chat, 20 a minute in a group.
  pace: { overallMs: 34, privateMs: 1_000, groupMs: 3_000 },
};

/** Larger pictures are sent as documents. */
export const PHOTO_LIMIT = 10_000_000;
