/**
 * What a chat platform can do, as four kinds of it. A flow runs unchanged on each: that is the proof that the product
 * has one code path. The names are those of channels, so that what is said of a channel is said in full.
 */
import type { Capabilities } from '#message/capabilities.ts';

export type Profile = {
  readonly title: string;
  readonly channel: string;
  readonly capabilities: Capabilities;
};

const MB = 1_000_000;

export const BUTTONS_AND_EDITS: Profile = {
  title: 'buttons and edits',
  channel: 'telegram',
  capabilities: {
    textLimit: 4_096,
    captionLimit: 1_024,
    buttons: { most: 100, perRow: 2, labelLimit: 64 },
    edits: true,
    toastLimit: 200,
    fileLimit: 50 * MB,
    readsGroups: 'administrator',
    pace: { overallMs: 34, privateMs: 1_000, groupMs: 3_000 },
  },
};

/** Few buttons with short labels: whole lists must fit several messages. */
export const BUTTONS_NO_EDITS: Profile = {
  title: 'buttons, no edits',
  channel: 'zalo-oa',
  capabilities: {
    textLimit: 2_000,
    captionLimit: 2_000,
    buttons: { most: 5, perRow: 1, labelLimit: 100 },
    edits: false,
    toastLimit: null,
    fileLimit: 5 * MB,
    pace: { overallMs: 100, privateMs: 500, groupMs: 1_000 },
  },
};

export const NO_BUTTONS: Profile = {
  title: 'no buttons, 2,000 characters',
  channel: 'zalo-bot',
  capabilities: {
    textLimit: 2_000,
    captionLimit: 2_000,
    buttons: null,
    edits: false,
    toastLimit: null,
    fileLimit: null,
    pace: { overallMs: 100, privateMs: 500, groupMs: 1_000 },
  },
};

export const WEB: Profile = {
  title: 'web',
  channel: 'web',
  capabilities: {
    textLimit: 100_000,
    captionLimit: 100_000,
    buttons: { most: 100, perRow: 3, labelLimit: 200 },
    edits: true,
    toastLimit: 500,
    fileLimit: 20 * MB,
    readsGroups: 'always',
    pace: { overallMs: 0, privateMs: 0, groupMs: 0 },
  },
};
