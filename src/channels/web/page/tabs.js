/** The open chats as tabs, which a phone shows, and in the window's title how much is unread in all of them. */
import { el } from './dom.js';
import { words } from './words.js';

/**
 * @param {HTMLElement} place
 * @param {import('./column.js').Column[]} columns
 * @param {string} active '' for the directory
 * @param {(address: string) => void} show
 */
export const drawTabs = (place, columns, active, show) => {
  /** @param {string} address @param {string} title @param {number} unread */
  const tab = (address, title, unread) =>
    el(
      'button',
      { type: 'button', 'aria-current': String(address === active), onclick: () => show(address) },
      el('span', {}, title),
      unread > 0 ? el('span', { class: 'badge', 'aria-label': words.unread(unread) }, String(unread)) : null,
    );
  place.replaceChildren(
    tab('', words.directory, 0),
    ...columns.map((column) => tab(column.chat.address, column.chat.title, column.unread())),
  );
  const total = columns.reduce((sum, column) => sum + column.unread(), 0);
  document.title = total > 0 ? `(${total}) ${words.product}` : words.product;
  place.querySelector('[aria-current="true"]')?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
};
