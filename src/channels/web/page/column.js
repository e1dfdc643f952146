/** One chat in a column: its head, its messages and where to write. */
import { createComposer } from './composer.js';
import { el, icon, plainButton } from './dom.js';
import { initialOf } from './format.js';
import { createLog } from './log.js';
import { createOutgoing } from './outgoing.js';
import { createToast } from './toast.js';
import { words } from './words.js';

/** @typedef {import('./types.js').Entry} Entry */
/** @typedef {import('./types.js').MessageEntry} MessageEntry */
/** @typedef {ReturnType<typeof createColumn>} Column */

/**
 * @typedef {{
 *   botName: string,
 *   commands: import('./types.js').Command[],
 *   close: () => void,
 *   unreadChanged: () => void,
 *   isActive: () => boolean,
 * }} ColumnPage
 */

/** What comes in the first moment is the chat's past: neither unread nor read aloud. */
const PAST_MS = 1_000;

/** @param {import('./types.js').Chat} chat @param {ColumnPage} page */
export const createColumn = (chat, page) => {
  let cursor = 0;
  let isLive = false;
  const toast = createToast();
  const unread = createUnread(page.unreadChanged);
  const { log, composer, outgoing } = createParts(chat, page, toast.say);
  const empty = emptyNotice(() => outgoing.send({ text: '/menu', files: [], location: null, replyTo: null }));
  const element = el(
    'section',
    { class: 'column', 'data-testid': 'chat', 'data-address': chat.address, 'aria-label': words.chatOf(chat.title) },
    headOf(chat, unread.badge, page.close),
    log.element,
    empty,
    toast.element,
    composer.element,
  );
  setTimeout(() => {
    isLive = true;
    log.goLive();
  }, PAST_MS);

  /** @param {Entry} entry */
  const take = (entry) => {
    const { body } = entry;
    cursor = Math.max(cursor, entry.version);
    if (body.kind === 'toast') return outgoing.acknowledged(body);
    log.put({ ...entry, body });
    const isOwn = body.kind === 'said' && body.by === composer.speaker().externalId;
    if (isLive && !isOwn && !entry.edited && !page.isActive()) unread.set(unread.count() + 1);
  };

  /** The bot waits for words: the cursor goes there, and in a group the answer is directed at it. */
  const heedQuestion = () => {
    const last = log.last();
    if (last?.body.kind !== 'bot' || !last.body.asks) return;
    if (chat.group) composer.setReply(last);
    if (page.isActive()) composer.focus();
  };

  return {
    chat,
    element,
    cursor: () => ({ address: chat.address, after: cursor }),
    unread: unread.count,
    markRead: () => unread.set(0),
    /** @param {Entry[]} entries */
    deliver: (entries) => {
      for (const entry of entries) take(entry);
      empty.hidden = !log.isEmpty();
      if (entries.some(({ body }) => body.kind !== 'toast')) heedQuestion();
    },
    focus: composer.focus,
    setText: composer.setText,
    toEnd: log.toEnd,
  };
};

/**
 * Messages, writing and sending, which know each other.
 * @param {import('./types.js').Chat} chat
 * @param {ColumnPage} page
 * @param {(text: string) => void} say
 */
const createParts = (chat, { botName, commands }, say) => {
  const outgoing = createOutgoing(chat.address, {
    speaker: () => composer.speaker(),
    pending: (text) => log.pending(text),
    giveBack: (draft) => composer.giveBack(draft),
    say,
  });
  const log = createLog(words.messagesOf(chat.title), {
    botName,
    speaker: () => composer.speaker().externalId,
    press: outgoing.press,
    reply: (entry) => {
      composer.setReply(entry);
      composer.focus();
    },
  });
  const composer = createComposer({
    chat,
    botName,
    commands,
    send: outgoing.send,
    complain: say,
    upward: log.focusChoices,
    speakerChanged: log.speakerChanged,
  });
  return { log, composer, outgoing };
};

/** @param {() => void} changed */
const createUnread = (changed) => {
  let count = 0;
  const badge = el('span', { class: 'badge', hidden: true });
  return {
    badge,
    count: () => count,
    /** @param {number} latest */
    set: (latest) => {
      if (latest === count) return;
      count = latest;
      badge.hidden = count === 0;
      badge.textContent = String(count);
      badge.ariaLabel = words.unread(count);
      changed();
    },
  };
};

/** @param {import('./types.js').Chat} chat @param {HTMLElement} badge @param {() => void} close */
const headOf = ({ title, about, group }, badge, close) =>
  el(
    'header',
    {},
    el('span', { class: 'avatar', 'aria-hidden': 'true' }, group ? icon('people') : initialOf(title)),
    el('div', { class: 'head-words' }, el('h2', {}, title), el('p', { title: about }, about)),
    badge,
    plainButton(words.close(title), close),
  );

/** @param {() => void} begin */
const emptyNotice = (begin) =>
  el(
    'div',
    { class: 'empty' },
    el('p', {}, words.emptyChat),
    el('button', { type: 'button', class: 'secondary', onclick: begin }, words.begin),
  );
