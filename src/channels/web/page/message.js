/**
 * One message as an element. An edit fills the same element again and keeps the buttons that stay, so the focus and
 * whoever holds the element lose nothing.
 */
import { el, icon } from './dom.js';
import { sizeOf, timeOf } from './format.js';
import { words } from './words.js';

/** @typedef {import('./types.js').MessageEntry} MessageEntry */

/**
 * @typedef {{
 *   botName: string,
 *   speaker: () => string,
 *   quoted: (ref: string) => MessageEntry | undefined,
 *   press: (ref: string, token: string, button: HTMLButtonElement) => void,
 *   reply: (entry: MessageEntry) => void,
 * }} MessageContext
 */

/** @param {MessageEntry} entry @param {MessageContext} context */
export const createMessage = (entry, context) => {
  const message = el('article', { class: 'message', 'data-testid': 'message', 'data-ref': entry.ref });
  fillMessage(message, entry, context);
  return message;
};

/** @param {HTMLElement} message @param {MessageEntry} entry @param {MessageContext} context */
export const fillMessage = (message, entry, context) => {
  const { body } = entry;
  message.dataset.from = sideOf(entry, context.speaker());
  const focused = document.activeElement;
  message.replaceChildren(
    el('p', { class: 'who' }, nameOf(entry, context.botName)),
    ...quoteOf(entry, context),
    el('div', { class: 'bubble' }, ...(body.kind === 'bot' ? botParts(body) : saidParts(body))),
    ...(body.kind === 'bot' && body.buttons.length > 0 ? [choicesOf(entry, body, message, context)] : []),
    footOf(entry, context),
  );
  // Taking a button out and in again loses its focus; the button itself is the same.
  if (focused instanceof HTMLElement && message.contains(focused)) focused.focus();
};

/** In a group the same message is "mine" or another's as the speaker changes. @param {MessageEntry} entry @param {string} speaker */
export const sideOf = ({ body }, speaker) => {
  if (body.kind === 'bot') return 'bot';
  return body.by === speaker ? 'me' : 'other';
};

/** @param {MessageEntry} entry @param {string} botName */
export const nameOf = ({ body }, botName) => (body.kind === 'bot' ? botName : body.name);

/** The first words of a message, for a quotation. @param {MessageEntry} entry */
export const excerptOf = ({ body }) => {
  const text = body.kind === 'bot' ? body.lines.map(plainOf).join(' ') : body.text;
  return text.slice(0, 140) || words.attachment;
};

/** @param {import('./types.js').BotBody['lines'][number]} line */
const plainOf = (line) =>
  [line]
    .flat()
    .map((span) => (typeof span === 'string' ? span : Object.values(span)[0]))
    .join('');

/** @param {import('./types.js').SaidBody} body */
const saidParts = (body) => [
  ...(body.withheld ? [el('p', { class: 'line withheld' }, words.withheld)] : []),
  ...(body.text ? [el('p', { class: 'line' }, ...linked(body.text))] : []),
  ...(body.location
    ? [
        el(
          'p',
          { class: 'line place' },
          icon('place'),
          words.location(`${body.location.latitude}, ${body.location.longitude}`),
        ),
      ]
    : []),
  ...body.files.map((file) => fileOf(file, file.mime.startsWith('image/'))),
];

/** @param {import('./types.js').BotBody} body */
const botParts = (body) => [
  ...(body.file ? [fileOf(body.file, body.file.picture)] : []),
  ...body.lines.map((line) =>
    el('p', { class: 'line' }, ...(typeof line === 'string' ? linked(line) : line.flatMap(spanOf))),
  ),
];

/** @param {string | { bold: string } | { code: string }} span @returns {(string | HTMLElement)[]} */
const spanOf = (span) => {
  if (typeof span === 'string') return linked(span);
  return 'bold' in span ? [el('strong', {}, span.bold)] : [el('code', {}, span.code)];
};

/** Web addresses become links. @param {string} text @returns {(string | HTMLElement)[]} */
const linked = (text) =>
  text
    .split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/)
    .map((part, index) =>
      index % 2 ? el('a', { href: part, target: '_blank', rel: 'noopener noreferrer' }, part) : part,
    );

/** @param {import('./types.js').WebFile} file @param {boolean} isPicture */
const fileOf = (file, isPicture) => {
  const url = `/web/files/${file.ref}`;
  if (isPicture) {
    const picture = el('img', { src: url, alt: words.picture(file.name), loading: 'lazy' });
    return el('a', { class: 'picture', href: url, target: '_blank', rel: 'noopener' }, picture);
  }
  return el(
    'a',
    { class: 'file', href: url, download: file.name, 'aria-label': words.download(file.name) },
    icon('file'),
    el('span', { class: 'file-name' }, file.name),
    el('span', { class: 'file-size' }, sizeOf(file.size)),
  );
};

/** @param {MessageEntry} entry @param {MessageContext} context */
const quoteOf = ({ body }, { quoted, botName }) => {
  const original = body.replyTo === null ? undefined : quoted(body.replyTo);
  if (!original) return [];
  return [el('blockquote', { class: 'quote' }, el('b', {}, nameOf(original, botName)), ` ${excerptOf(original)}`)];
};

/**
 * @param {MessageEntry} entry
 * @param {import('./types.js').BotBody} body
 * @param {HTMLElement} message
 * @param {MessageContext} context
 */
const choicesOf = (entry, body, message, context) => {
  /** @type {Map<string | undefined, HTMLButtonElement>} */
  const present = new Map();
  for (const button of message.querySelectorAll('button')) present.set(button.dataset.token, button);
  const rows = body.buttons.map((row) =>
    el(
      'div',
      { class: 'row' },
      ...row.map(({ token, label }) => {
        const button = present.get(token) ?? choice(entry.ref, token, context);
        button.textContent = label;
        return button;
      }),
    ),
  );
  return el(
    'div',
    { class: 'choices', role: 'group', 'aria-label': words.choices, hidden: rows.length === 0 },
    ...rows,
  );
};

/** @param {string} ref @param {string} token @param {MessageContext} context */
const choice = (ref, token, context) => {
  const button = el('button', { type: 'button', class: 'choice', 'data-testid': 'choice', 'data-token': token });
  button.addEventListener('click', () => context.press(ref, token, button));
  return button;
};

/** @param {MessageEntry} entry @param {MessageContext} context */
const footOf = (entry, { botName, reply }) => {
  const label = words.replyTo(nameOf(entry, botName));
  return el(
    'footer',
    { class: 'foot' },
    el('time', { datetime: new Date(entry.at).toISOString() }, timeOf(entry.at)),
    entry.edited ? el('span', { class: 'edited' }, words.edited) : null,
    el(
      'button',
      { type: 'button', class: 'reply', title: words.reply, 'aria-label': label, onclick: () => reply(entry) },
      icon('reply'),
    ),
  );
};
