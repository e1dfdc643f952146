/** A short notice over a chat that goes by itself. */
import { el } from './dom.js';

const SHOWN_MS = 7_000;

export const createToast = () => {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const element = el('p', { class: 'toast', role: 'status', 'data-testid': 'toast' });
  return {
    element,
    /** @param {string} text */
    say: (text) => {
      element.textContent = text;
      clearTimeout(timer);
      timer = setTimeout(() => element.replaceChildren(), SHOWN_MS);
    },
  };
};
