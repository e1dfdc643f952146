/** What a platform refuses: a send that exceeds its capabilities, in words for the test that failed. */
import type { Part } from '#channels/channel.ts';
import type { Capabilities } from '#message/capabilities.ts';
import { plainLine } from '#message/outbound.ts';

export const faultOf = (part: Part, caps: Capabilities): string | null => {
  const text = part.lines.map(plainLine).join('\n');
  const limit = part.file === null ? caps.textLimit : caps.captionLimit;
  if (text.length > limit) return `a text of ${text.length} characters`;
  if (part.file === null && text.trim() === '') return 'a message without words';
  if (!text.isWellFormed()) return 'half a character';
  // Where no file can be sent its link stands under the words.
  const isTooBig = part.file !== null && caps.fileLimit !== null && part.file.size > caps.fileLimit;
  if (isTooBig) return `a file of ${part.file?.size} bytes`;
  return buttonFault(part, caps.buttons);
};

const buttonFault = ({ buttons }: Part, caps: Capabilities['buttons']): string | null => {
  const all = buttons.flat();
  if (caps === null) return all.length === 0 ? null : 'buttons where there are none';
  if (all.length > caps.most) return `${all.length} buttons`;
  if (buttons.some((row) => row.length > caps.perRow || row.length === 0)) return 'a row too long, or empty';
  const long = all.find(({ label }) => label.length > caps.labelLimit || label.trim() === '');
  if (long !== undefined) return `a button of ${long.label.length} characters`;
  return all.some(({ token }) => Buffer.byteLength(token) > 64) ? 'button data over 64 bytes' : null;
};
