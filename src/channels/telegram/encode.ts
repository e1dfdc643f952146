/**
 * A part in Telegram's terms: HTML with everything typed by people escaped, an inline keyboard whose data is the
 * choice's token, and a forced reply for a question in a group.
 */
import type { ForceReply, InlineKeyboardMarkup, ReplyParameters } from 'grammy/types';
import type { Line, Span } from '#message/outbound.ts';
import type { Part } from '../channel.ts';

export const htmlOf = (lines: readonly Line[]): string => lines.map(htmlLine).join('\n');

const htmlLine = (line: Line): string => (typeof line === 'string' ? escaped(line) : line.map(htmlSpan).join(''));

const htmlSpan = (span: Span): string => {
  if (typeof span === 'string') return escaped(span);
  return 'bold' in span ? `<b>${escaped(span.bold)}</b>` : `<code>${escaped(span.code)}</code>`;
};

/** Lone surrogates are made whole too: the platform refuses a text that is not UTF-8. */
const escaped = (text: string): string =>
  text.toWellFormed().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const keyboardOf = (part: Part): { reply_markup?: InlineKeyboardMarkup } =>
  part.buttons.length === 0
    ? {}
    : {
        reply_markup: {
          inline_keyboard: part.buttons.map((row) =>
            row.map(({ label, token }) => ({ text: label.toWellFormed(), callback_data: token })),
          ),
        },
      };

export const isForcedReply = (part: Part, isGroup: boolean): boolean =>
  part.asks && isGroup && part.buttons.length === 0;

/** Selective: only the person who is answered gets the reply box; without a quoted message it would reach nobody. */
export const forceReply = (part: Part): { reply_markup: ForceReply } => ({
  reply_markup: { force_reply: true, selective: part.replyTo !== null },
});

/** The answer still goes out when the message it answers has been deleted meanwhile. */
export const replyOf = (part: Part): { reply_parameters?: ReplyParameters } =>
  part.replyTo === null
    ? {}
    : { reply_parameters: { message_id: Number(part.replyTo), allow_sending_without_reply: true } };

/** grammY writes the name unquoted into the upload's header, where these characters would end or break it. */
export const uploadName = (name: string): string => name.toWellFormed().replace(/[\p{Cc}";\\]/gu, '_');
