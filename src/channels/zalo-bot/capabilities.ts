/** The Bot Platform's limits as far as they are published, and a pace at which it was measured to answer. */
import type { Capabilities } from '#message/capabilities.ts';
import { LINK_ROOM } from '../file-link.ts';

export const CAPABILITIES: Omit<Capabilities, 'quota'> = {
  textLimit: 2_000,
  // A file's link stands under its words, in the same message.
  captionLimit: 2_000 - LINK_ROOM,
  buttons: null,
  edits: false,
  toastLimit: null,
  fileLimit: null,
  // No rate is published; ten messages within half a second were taken.
  pace: { overallMs: 100, privateMs: 500, groupMs: 1_000 },
};
