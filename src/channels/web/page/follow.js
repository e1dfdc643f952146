/** Keeps the end of a list in view, unless the reader has scrolled up; then a button says that there is more. */
import { el, icon } from './dom.js';
import { words } from './words.js';

/** So near to the end still counts as reading the end. */
const NEAR_END = 80;

/** @param {HTMLElement} list */
export const followEnd = (list) => {
  // The reader is at the end until he scrolls away; a change of size is no scrolling.
  let isAtEnd = true;
  const toEnd = () => {
    list.scrollTop = list.scrollHeight;
    isAtEnd = true;
    jump.hidden = true;
  };
  const stay = () => {
    if (isAtEnd) toEnd();
  };
  const jump = el(
    'button',
    { type: 'button', class: 'jump', hidden: true, onclick: toEnd },
    words.newBelow,
    icon('down'),
  );
  list.addEventListener('scroll', () => {
    isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END;
    if (isAtEnd) jump.hidden = true;
  });
  // A picture gets its height only when it has come. Its load event does not bubble, but can be caught on its way.
  list.addEventListener('load', stay, { capture: true });
  new ResizeObserver(stay).observe(list);

  return {
    jump,
    toEnd,
    /** Something was added: is the reader to see it at once? @param {boolean} isOwn */
    added: (isOwn) => {
      if (isOwn || isAtEnd) toEnd();
      else jump.hidden = false;
    },
    stay,
  };
};
