/**
 * How a message looks on a channel: pure arithmetic over its capabilities. `split` makes pieces that each fit one
 * send, in order and without loss; `present` turns a piece into what the channel's encoder draws. Lengths are UTF-16
 * units of NFC text, markup not counted, which is the unit the platforms count in. Files that a channel cannot take
 * are turned into links before a message comes here.
 */
import type { Capabilities } from '#message/capabilities.ts';
import type { Address } from '#message/inbound.ts';
import { type Line, type Message, plainLine, type ShownChoice, type Span } from '#message/outbound.ts';
import type { Channel, Part } from './channel.ts';

/** What holds at an address: a group may have less. */
export const capabilitiesAt = ({ capabilities, isGroup }: Where, address: Address): Capabilities =>
  capabilities.plainGroups === true && isGroup(address) ? { ...capabilities, buttons: null } : capabilities;

type Where = Pick<Channel, 'capabilities' | 'isGroup'>;

type Rows = readonly (readonly ShownChoice[])[];

/** Platforms refuse a message with buttons and no words; this stands where the product gave none. */
const FILLER = '…';

export const split = (message: Message, caps: Capabilities): Message[] => {
  const choices = message.choices.map((row) => row.map((choice) => ({ ...choice, label: clean(choice.label) })));
  const text = message.lines.flatMap(physicalLines);
  const list = isListed(choices, caps) ? numbered(choices) : [];
  const [buttons = [], ...more] = caps.buttons === null ? [] : batches(choices, caps.buttons.most);

  const single = message.files.length === 1 && more.length === 0;
  if (single && lengthOf([...text, ...list]) <= caps.captionLimit) {
    return [{ lines: [...text, ...list], choices: buttons, files: message.files, asks: message.asks }];
  }
  const texts = packed(text, list, caps.textLimit).filter(isVisible).map(piece);
  if (texts.length === 0 && (buttons.length > 0 || message.asks)) texts.push(piece([FILLER]));
  const last = texts.pop();
  const main = last === undefined ? [] : [{ ...last, choices: buttons, asks: message.asks }];
  const overflow = more.map((rows) => ({ ...piece([FILLER]), choices: rows }));
  const files = message.files.map((file) => ({ ...piece([]), files: [file] }));
  return [...texts, ...main, ...overflow, ...files];
};

export const present = (of: Message, caps: Capabilities): Omit<Part, 'edit' | 'replyTo'> => ({
  lines: caps.buttons === null ? [...of.lines, ...numbered(of.choices)] : of.lines,
  buttons: caps.buttons === null ? [] : readableRows(of.choices, caps.buttons),
  file: of.files[0] ?? null,
  asks: of.asks,
});

const piece = (lines: Line[]): Message => ({ lines, choices: [], files: [], asks: false });

/** Well-formed, composed, with one kind of line end: what the platform would make of it, so that lengths agree. */
const clean = (text: string): string => text.toWellFormed().normalize('NFC').replaceAll('\r\n', '\n');

const textOf = (span: Span): string => plainLine([span]);

const withText = (span: Span, text: string): Span => {
  if (typeof span === 'string') return text;
  return 'bold' in span ? { bold: text } : { code: text };
};

/** Words typed by people may hold line ends; each becomes a line of its own. */
const physicalLines = (line: Line): Line[] => {
  if (typeof line === 'string') return clean(line).split('\n');
  const done: Span[][] = [];
  let current: Span[] = [];
  for (const span of line) {
    for (const [index, text] of clean(textOf(span)).split('\n').entries()) {
      if (index > 0) {
        done.push(current);
        current = [];
      }
      current.push(withText(span, text));
    }
  }
  return [...done, current];
};

const lengthOf = (lines: readonly Line[]): number => lines.map(plainLine).join('\n').length;

/** Platforms refuse a text of nothing but spaces, control and zero-width characters. */
const isVisible = (lines: readonly Line[]): boolean => lines.some((line) => /[^\p{C}\p{Z}]/u.test(plainLine(line)));

const isListed = (choices: Rows, caps: Capabilities): boolean => {
  const limit = caps.buttons?.labelLimit ?? 0;
  return choices.flat().some((choice) => choice.label.length > limit);
};

/** The numbers count over the whole message, because a typed number is looked up in all its choices. */
const numbered = (choices: Rows): string[] => choices.flat().map((choice, index) => `${index + 1}. ${choice.label}`);

/** Text first, then the list of choices; the list is kept together where it can be. */
const packed = (text: readonly Line[], list: readonly Line[], limit: number): Line[][] => {
  const texts = pack(text, limit);
  if (list.length === 0) return texts;
  const last = texts.at(-1) ?? [];
  if (lengthOf([...last, ...list]) <= limit) return [...texts.slice(0, -1), [...last, ...list]];
  return lengthOf(list) <= limit ? [...texts, [...list]] : pack([...text, ...list], limit);
};

const pack = (lines: readonly Line[], limit: number): Line[][] => {
  const pieces: Line[][] = [];
  let size = 0;
  for (const line of lines.flatMap((long) => folded(long, limit))) {
    const length = plainLine(line).length;
    const current = pieces.at(-1);
    if (current !== undefined && size + 1 + length <= limit) {
      current.push(line);
      size += 1 + length;
    } else {
      pieces.push([line]);
      size = length;
    }
  }
  return pieces;
};

/** A line too long for one piece is cut at spaces, else between characters; markup goes on in each part. */
const folded = (line: Line, limit: number): Line[] => {
  const parts: Line[] = [];
  let rest = line;
  for (let text = plainLine(rest); text.length > limit; text = plainLine(rest)) {
    const at = cutPoint(text, limit);
    parts.push(sliced(rest, 0, at));
    rest = sliced(rest, at, text.length);
  }
  return [...parts, rest];
};

const cutPoint = (text: string, limit: number): number => {
  const space = text.lastIndexOf(' ', limit - 1);
  if (space > 0) return space + 1;
  const insidePair = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(limit - 1, limit + 1));
  return insidePair && limit > 1 ? limit - 1 : limit;
};

const sliced = (line: Line, from: number, to: number): Line => {
  if (typeof line === 'string') return line.slice(from, to);
  const spans: Span[] = [];
  let start = 0;
  for (const span of line) {
    const text = textOf(span);
    const kept = text.slice(Math.max(0, from - start), Math.max(0, to - start));
    if (kept !== '') spans.push(withText(span, kept));
    start += text.length;
  }
  return spans;
};

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

/** Rows stay whole; a batch holds at most as many buttons as one message may have. */
const batches = (choices: Rows, most: number): ShownChoice[][][] => {
  const done: ShownChoice[][][] = [];
  let room = 0;
  for (const row of choices.flatMap((long) => chunks(long, most))) {
    const current = done.at(-1);
    if (current !== undefined && row.length <= room) {
      current.push(row);
      room -= row.length;
    } else {
      done.push([row]);
      room = most - row.length;
    }
  }
  return done;
};

const readableRows = (choices: Rows, buttons: NonNullable<Capabilities['buttons']>): ShownChoice[][] =>
  choices
    .flatMap((row) => chunks(row, buttons.perRow))
    .map((row) => row.map((choice) => ({ ...choice, label: shortened(choice.label, buttons.labelLimit) })));

/** The full label stands in the text then, see `isListed`. */
const shortened = (label: string, limit: number): string =>
  label.length <= limit ? label : `${label.slice(0, cutPoint(label, limit - 1)).trimEnd()}…`;
