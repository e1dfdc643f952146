/**
 * The platform's HTML parse mode: which tags it takes, how it reads entities, and the words with which it refuses the
 * rest. Offsets and lengths of spans are UTF-16 units of the plain text.
 */
import { badRequest } from './api-error.ts';

export type Span = { readonly type: string; readonly offset: number; readonly length: number };
export type Parsed = { readonly text: string; readonly spans: readonly Span[] };

const TAGS: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  code: 'code',
  pre: 'pre',
  a: 'text_link',
  blockquote: 'blockquote',
  'tg-spoiler': 'spoiler',
  'tg-emoji': 'custom_emoji',
};

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** @throws ApiError "can't parse entities: …" */
export const parseHtml = (html: string): Parsed => {
  const open: { tag: string; offset: number }[] = [];
  const spans: Span[] = [];
  let text = '';
  for (let at = 0; at < html.length; ) {
    const rest = html.slice(at, at + 1_000);
    if (rest.startsWith('<')) {
      const tag = tagAt(html, at);
      at += tag.length;
      if (tag.isEnd) spans.push(closed(open.pop(), tag, text.length));
      else open.push({ tag: tag.name, offset: text.length });
      continue;
    }
    const entity = /^&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(lt|gt|amp|quot));?/i.exec(rest);
    text += entity === null ? rest.charAt(0) : decoded(entity);
    at += entity === null ? 1 : entity[0].length;
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) throw cannotParse(`Can't find end tag corresponding to start tag "${unclosed.tag}"`);
  return trimmed(text, spans);
};

type Tag = { name: string; isEnd: boolean; length: number; byte: number };

const tagAt = (html: string, at: number): Tag => {
  const byte = Buffer.byteLength(html.slice(0, at));
  const end = html.indexOf('>', at);
  if (end === -1) throw cannotParse(`Unclosed start tag at byte offset ${byte}`);
  const inside = html.slice(at + 1, end);
  const isEnd = inside.startsWith('/');
  const name = (isEnd ? inside.slice(1) : inside).split(/\s/)[0]?.toLowerCase() ?? '';
  if (!isEnd && TAGS[name] === undefined) {
    throw cannotParse(`Unsupported start tag "${name}" at byte offset ${byte}`);
  }
  return { name, isEnd, length: end + 1 - at, byte };
};

const closed = (start: { tag: string; offset: number } | undefined, end: Tag, now: number): Span => {
  if (start === undefined) throw cannotParse(`Unexpected end tag at byte offset ${end.byte}`);
  if (start.tag !== end.name) {
    throw cannotParse(
      `Unmatched end tag at byte offset ${end.byte}, expected "</${start.tag}>", found "</${end.name}>"`,
    );
  }
  return { type: TAGS[start.tag] ?? start.tag, offset: start.offset, length: now - start.offset };
};

const decoded = ([whole, decimal, hex, name]: RegExpExecArray): string => {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code === 0 || code > 0x10ffff ? whole : String.fromCodePoint(code);
};

const trimmed = (text: string, spans: readonly Span[]): Parsed => {
  const start = text.length - text.trimStart().length;
  return { text: text.trim(), spans: spans.map((span) => ({ ...span, offset: Math.max(0, span.offset - start) })) };
};

const cannotParse = (why: string) => badRequest(`can't parse entities: ${why}`);
