/** One chat in a column: its head, its messages and where to write; what its person does goes out in order. */
import { newKey, postEvent, postFile, Refused } from './api.js';
import { createComposer } from './composer.js';
import { el, icon } from './dom.js';
import { initialOf } from './format.js';
import { createLog } from './log.js';
import { words } from './words.js';

/** @typedef {import('./types.js').Entry} Entry */
/** @typedef {import('./types.js').MessageEntry} MessageEntry */
/** @typedef {import('./types.js').EventRequest} EventRequest */

/** After this a press without an answer may be repeated: its acknowledgement was lost, which is harmless. */
const PRESS_MS = 5_000;
const TOAST_MS = 7_000;
/** What comes in the first moment is the chat's past: neither unread nor read aloud. */
const PAST_MS = 1_000;

/**
 * @param {import('./types.js').Chat} chat
 * @param {{
 *   botName: string,
 *   commands: import('./types.js').Command[],
 *   close: () => void,
 *   unreadChanged: () => void,
 *   isActive: () => boolean,
 * }} page
 */
export const createColumn = (chat, page) => {
  let cursor = 0;
  let unread = 0;
  let isLive = false;
  let queue = Promise.resolve();
  /** @type {Map<string, HTMLButtonElement>} */
  const presses = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let toastTimer;

  const toast = el('p', { class: 'toast', role: 'status', 'data-testid': 'toast' });
  const badge = el('span', { class: 'badge', hidden: true });

  /** @param {string} text */
  const say = (text) => {
    toast.textContent = text;
    clearTimeout(toastTimer);
    toastTimer = setTimeout(() => toast.replaceChildren(), TOAST_MS);
  };

  /** @param {number} count */
  const setUnread = (count) => {
    unread = count;
    badge.hidden = count === 0;
    badge.textContent = String(count);
    badge.setAttribute('aria-label', words.unread(count));
    page.unreadChanged();
  };

  /**
   * One after the other, so that messages arrive in the order they were written.
   * @template T
   * @param {() => Promise<T>} act
   * @param {(result: T) => void} done
   * @param {() => void} refused
   */
  const inOrder = (act, done, refused) => {
    queue = queue.then(async () => {
      try {
        done(await act());
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        refused();
        say(words.notSent);
      }
    });
  };

  /** @param {EventRequest['content']} content @param {string | null} replyTo @returns {EventRequest} */
  const event = (content, replyTo) => ({
    key: newKey(),
    address: chat.address,
    sender: composer.speaker(),
    replyTo,
    content,
  });

  /** @param {import('./composer.js').Draft} draft */
  const send = (draft) => {
    const { text, files, location, replyTo } = draft;
    const request = event(location ? { kind: 'location', ...location } : { kind: 'text', text }, replyTo);
    const pending = log.pending(text || files.map((file) => file.name).join(', ') || words.sendLocation);
    const act = async () => {
      if (files.length === 0) return postEvent(request);
      const stored = await Promise.all(files.map(postFile));
      return postEvent({ ...request, content: { kind: 'files', caption: text, files: stored } });
    };
    inOrder(
      act,
      ({ ref }) => pending.arrived(ref),
      () => {
        pending.drop();
        if (composer.isEmpty()) composer.setText(text);
        composer.addFiles(files);
      },
    );
  };

  /** @param {string} ref @param {string} token @param {HTMLButtonElement} button */
  const press = (ref, token, button) => {
    if (button.getAttribute('aria-busy') === 'true') return;
    const request = event({ kind: 'pressed', token, ref }, null);
    const free = () => button.removeAttribute('aria-busy');
    button.setAttribute('aria-busy', 'true');
    presses.set(request.key, button);
    inOrder(
      () => postEvent(request),
      () => setTimeout(free, PRESS_MS),
      free,
    );
  };

  /** @param {import('./types.js').ToastBody} body */
  const acknowledged = ({ press: key, text }) => {
    presses.get(key)?.removeAttribute('aria-busy');
    // Another page's press is that page's to announce.
    if (presses.delete(key) && text) say(text);
  };

  /** @param {MessageEntry} entry */
  const answer = (entry) => {
    composer.setReply(entry);
    composer.focus();
  };

  const log = createLog(words.messagesOf(chat.title), {
    botName: page.botName,
    speaker: () => composer.speaker().externalId,
    press,
    reply: answer,
  });
  const composer = createComposer({
    chat,
    botName: page.botName,
    commands: page.commands,
    send,
    complain: say,
    upward: () => log.lastChoice()?.focus(),
    speakerChanged: log.speakerChanged,
  });

  const empty = el(
    'div',
    { class: 'empty' },
    el('p', {}, words.emptyChat),
    el(
      'button',
      {
        type: 'button',
        class: 'secondary',
        onclick: () => send({ text: '/menu', files: [], location: null, replyTo: null }),
      },
      words.begin,
    ),
  );
  const element = el(
    'section',
    { class: 'column', 'data-testid': 'chat', 'data-address': chat.address, 'aria-label': words.chatOf(chat.title) },
    el(
      'header',
      {},
      el('span', { class: 'avatar', 'aria-hidden': 'true' }, chat.group ? icon('people') : initialOf(chat.title)),
      el('div', { class: 'head-words' }, el('h2', {}, chat.title), el('p', {}, chat.about)),
      badge,
      el(
        'button',
        {
          type: 'button',
          class: 'plain',
          title: words.close(chat.title),
          'aria-label': words.close(chat.title),
          onclick: page.close,
        },
        icon('close'),
      ),
    ),
    log.element,
    empty,
    toast,
    composer.element,
  );
  setTimeout(() => {
    isLive = true;
    log.goLive();
  }, PAST_MS);

  /** The bot waits for words: the cursor goes there, and in a group the answer is directed at it. */
  const heedQuestion = () => {
    const last = log.last();
    if (last?.body.kind !== 'bot' || !last.body.asks) return;
    if (chat.group) composer.setReply(last);
    if (page.isActive()) composer.focus();
  };

  /** @param {Entry} entry */
  const take = (entry) => {
    cursor = Math.max(cursor, entry.version);
    if (entry.body.kind === 'toast') return acknowledged(entry.body);
    log.put(/** @type {MessageEntry} */ (entry));
    const isNews =
      isLive && !entry.edited && (entry.body.kind === 'bot' || entry.body.by !== composer.speaker().externalId);
    if (isNews && !page.isActive()) setUnread(unread + 1);
  };

  return {
    chat,
    element,
    cursor: () => ({ address: chat.address, after: cursor }),
    unread: () => unread,
    markRead: () => {
      if (unread > 0) setUnread(0);
    },
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

/** @typedef {ReturnType<typeof createColumn>} Column */
