/** The message that is being answered, shown above the input until it is sent or left. */
import { el, icon, plainButton } from './dom.js';
import { excerptOf, nameOf } from './message.js';
import { words } from './words.js';

/** @param {string} botName */
export const createReplyBar = (botName) => {
  /** @type {string | null} */
  let ref = null;
  const excerpt = el('span');
  const element = el(
    'div',
    { class: 'replying', hidden: true },
    icon('reply'),
    excerpt,
    plainButton(words.noReply, () => set(null)),
  );

  /** @param {import('./types.js').MessageEntry | null} entry */
  const set = (entry) => {
    ref = entry?.ref ?? null;
    element.hidden = entry === null;
    if (entry) excerpt.replaceChildren(el('b', {}, nameOf(entry, botName)), ` ${excerptOf(entry)}`);
  };
  return { element, set, ref: () => ref };
};
