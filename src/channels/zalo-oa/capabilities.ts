/** An official account's limits and the times in which it may write. */
import type { Capabilities } from '#message/capabilities.ts';
import type { ZaloOaConfig } from './options.ts';

const HOUR = 3_600_000;

export const CAPABILITIES: Omit<Capabilities, 'quota'> = {
  textLimit: 2_000,
  // A file carries no words.
  captionLimit: 0,
  buttons: { most: 5, perRow: 1, labelLimit: 100 },
  // Buttons are documented for messages to a person only.
  plainGroups: true,
  edits: false,
  toastLimit: null,
  fileLimit: 5_000_000,
  // 4,000 calls a minute for the application; a tenth of a second leaves room for uploads.
  pace: { overallMs: 100, privateMs: 500, groupMs: 1_000 },
  window: { freeMs: 48 * HOUR, openMs: 7 * 24 * HOUR },
};

/** What costs money is counted, and limited where an administrator says so. */
export const oaLimits = (
  config: Pick<ZaloOaConfig, 'billedMax' | 'templatesMax' | 'reminderTemplate'>,
): NonNullable<Capabilities['quota']> => ({
  billed: config.billedMax,
  ...(config.reminderTemplate === null ? {} : { templates: config.templatesMax }),
});

/** What is uploaded; all else is a link. */
export const IMAGE = { mimes: new Set(['image/jpeg', 'image/png']), limit: 1_000_000 };
export const FILE = {
  mimes: new Set([
    'application/pdf',
    'application/msword',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'text/csv',
  ]),
  limit: 5_000_000,
};
