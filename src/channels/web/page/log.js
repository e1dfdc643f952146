/**
 * The messages of one chat: in the order they were said, with a line for each day, edits in place, and the newest in
 * view unless the reader has scrolled up.
 */
import { el, icon } from './dom.js';
import { dayOf } from './format.js';
import { createMessage, fillMessage, sideOf } from './message.js';
import { words } from './words.js';

/** @typedef {import('./types.js').MessageEntry} MessageEntry */

/** So near to the end still counts as reading the end. */
const NEAR_END = 80;

/** @param {string} label @param {Omit<import('./message.js').MessageContext, 'quoted'>} context */
export const createLog = (label, context) => {
  /** @type {Map<string, { entry: MessageEntry, element: HTMLElement }>} */
  const shown = new Map();
  /** @type {Map<string, HTMLElement>} pending messages by the ref the server gave them */
  const arriving = new Map();
  const list = el('div', { class: 'log', role: 'log', 'aria-label': label, 'aria-live': 'off', tabindex: 0 });
  const messages = list.getElementsByClassName('message');
  const jump = el(
    'button',
    { type: 'button', class: 'jump', hidden: true, onclick: () => toEnd() },
    words.newBelow,
    icon('down'),
  );
  const full = { ...context, quoted: (/** @type {string} */ ref) => shown.get(ref)?.entry };

  // The reader is at the end until he scrolls away; a change of size is no scrolling.
  let isAtEnd = true;
  const toEnd = () => {
    list.scrollTop = list.scrollHeight;
    isAtEnd = true;
    jump.hidden = true;
  };
  list.addEventListener('scroll', () => {
    isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END;
    if (isAtEnd) jump.hidden = true;
  });
  new ResizeObserver(() => isAtEnd && toEnd()).observe(list);
  list.addEventListener('keydown', moveAmongChoices);

  /** @param {HTMLElement} element */
  const follow = (element) => {
    toEnd();
    // A picture gets its height only when it has come.
    for (const picture of element.querySelectorAll('img'))
      picture.addEventListener('load', () => isAtEnd && toEnd(), { once: true });
  };

  /** @param {MessageEntry} entry */
  const add = (entry) => {
    const element = createMessage(entry, full);
    list.insertBefore(element, firstAfter(messages, entry.ref) ?? list.querySelector('.pending'));
    shown.set(entry.ref, { entry, element });
    markDay(element, entry.at);
    arriving.get(entry.ref)?.remove();
    arriving.delete(entry.ref);
    return element;
  };

  return {
    element: el('div', { class: 'log-frame' }, list, jump),
    /** @param {MessageEntry} entry */
    put: (entry) => {
      const old = shown.get(entry.ref);
      if (old) {
        old.entry = entry;
        fillMessage(old.element, entry, full);
      }
      const element = old?.element ?? add(entry);
      if (isAtEnd || element.dataset.from === 'me') follow(element);
      else if (!old) jump.hidden = false;
    },
    /** Shows at once what is still on its way. @param {string} text */
    pending: (text) => {
      const element = el('p', { class: 'pending' }, text, el('span', { class: 'edited' }, words.sending));
      list.append(element);
      toEnd();
      return {
        drop: () => element.remove(),
        /** @param {string} ref */
        arrived: (ref) => (shown.has(ref) ? element.remove() : arriving.set(ref, element)),
      };
    },
    /** Another person speaks now. */
    speakerChanged: () => {
      for (const { entry, element } of shown.values()) element.dataset.from = sideOf(entry, context.speaker());
    },
    /** From now on what comes is read aloud. */
    goLive: () => list.setAttribute('aria-live', 'polite'),
    isEmpty: () => shown.size === 0,
    last: () => shown.get(String(refOf(messages[messages.length - 1])))?.entry,
    /** The buttons of the latest message that has some. */
    lastChoice: () => {
      const groups = list.querySelectorAll('.choices:not([hidden])');
      return /** @type {HTMLElement | null} */ (groups[groups.length - 1]?.querySelector('button') ?? null);
    },
    toEnd,
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
  if (step === undefined || !(target instanceof HTMLElement) || !target.matches('.choice')) return;
  const buttons = [...(target.closest('.choices')?.querySelectorAll('button') ?? [])];
  const index = buttons.findIndex((button) => button === target) + step;
  buttons[(index + buttons.length) % buttons.length]?.focus();
  event.preventDefault();
};
