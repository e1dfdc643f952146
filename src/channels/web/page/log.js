/** The messages of one chat: in the order they were said, with a line for each day, and edits in their place. */
import { el } from './dom.js';
import { followEnd } from './follow.js';
import { dayOf } from './format.js';
import { createMessage, fillMessage, sideOf } from './message.js';
import { words } from './words.js';

/** @typedef {import('./types.js').MessageEntry} MessageEntry */

/** @param {string} label @param {Omit<import('./message.js').MessageContext, 'quoted'>} page */
export const createLog = (label, page) => {
  /** @type {Map<string, { entry: MessageEntry, element: HTMLElement }>} */
  const shown = new Map();
  const list = el('div', { class: 'log', role: 'log', 'aria-label': label, 'aria-live': 'off', tabindex: 0 });
  const messages = list.getElementsByClassName('message');
  const follow = followEnd(list);
  const pending = createPending(list, (ref) => shown.has(ref));
  const context = { ...page, quoted: (/** @type {string} */ ref) => shown.get(ref)?.entry };
  list.addEventListener('keydown', moveAmongChoices);

  /** @param {MessageEntry} entry */
  const add = (entry) => {
    const element = createMessage(entry, context);
    list.insertBefore(element, firstAfter(messages, entry.ref) ?? list.querySelector('.pending'));
    shown.set(entry.ref, { entry, element });
    markDay(element, entry.at);
    pending.settle(entry.ref);
    follow.added(element.dataset.from === 'me');
  };

  return {
    element: el('div', { class: 'log-frame' }, list, follow.jump),
    /** @param {MessageEntry} entry */
    put: (entry) => {
      const old = shown.get(entry.ref);
      if (!old) return add(entry);
      old.entry = entry;
      fillMessage(old.element, entry, context);
      follow.stay();
    },
    /** Shows at once what is still on its way. @param {string} text */
    pending: (text) => {
      const message = pending.add(text);
      follow.toEnd();
      return message;
    },
    /** Another person speaks now. */
    speakerChanged: () => {
      for (const { entry, element } of shown.values()) element.dataset.from = sideOf(entry, page.speaker());
    },
    /** From now on what comes is read aloud. */
    goLive: () => list.setAttribute('aria-live', 'polite'),
    isEmpty: () => shown.size === 0,
    last: () => shown.get(String(refOf(messages[messages.length - 1])))?.entry,
    /** To the buttons of the latest message that has some. */
    focusChoices: () => [...list.querySelectorAll('.choices')].at(-1)?.querySelector('button')?.focus(),
    toEnd: follow.toEnd,
  };
};

/** @param {HTMLElement} list @param {(ref: string) => boolean} isShown */
const createPending = (list, isShown) => {
  /** @type {Map<string, HTMLElement>} by the ref the server gave them */
  const arriving = new Map();
  return {
    /** @param {string} text */
    add: (text) => {
      const element = el('p', { class: 'pending' }, text, el('span', { class: 'edited' }, words.sending));
      list.append(element);
      return {
        drop: () => element.remove(),
        /** The server has it: it stands here until it comes back as a message. @param {string} ref */
        arrived: (ref) => (isShown(ref) ? element.remove() : arriving.set(ref, element)),
      };
    },
    /** @param {string} ref */
    settle: (ref) => {
      arriving.get(ref)?.remove();
      arriving.delete(ref);
    },
  };
};

/**
 * The message that must stand after this one; messages come in order nearly always, so the search is from the end.
 * @param {HTMLCollection} messages
 * @param {string} ref
 */
const firstAfter = (messages, ref) => {
  let index = messages.length;
  while (index > 0 && refOf(messages[index - 1]) > Number(ref)) index -= 1;
  return messages[index] ?? null;
};

/** @param {Element | undefined} message */
const refOf = (message) => Number(message?.getAttribute('data-ref'));

/** Only where the message is the first of its day. @param {HTMLElement} element @param {number} at */
const markDay = (element, at) => {
  const day = dayOf(at);
  element.dataset.day = day;
  const before = element.previousElementSibling;
  if (before instanceof HTMLElement && before.dataset.day === day) return;
  element.before(el('p', { class: 'day', 'data-day': day }, day));
};

/** Arrow keys walk the buttons of a message, as Tab does. @param {KeyboardEvent} event */
const moveAmongChoices = (event) => {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const { target } = event;
  if (step === undefined || !(target instanceof HTMLButtonElement) || !target.matches('.choice')) return;
  const buttons = [...(target.closest('.choices')?.querySelectorAll('button') ?? [])];
  buttons.at((buttons.indexOf(target) + step) % buttons.length)?.focus();
  event.preventDefault();
};
