/** A question over the page that is answered or left. The browser's own dialog keeps the focus in and gives it back. */
import { el } from './dom.js';
import { words } from './words.js';

/**
 * @template T
 * @param {string} title
 * @param {string} confirm
 * @param {Node[]} fields
 * @param {() => T} read called when the form is confirmed, so all its required fields are filled
 * @returns {Promise<T | null>} null when it was left
 */
export const ask = (title, confirm, fields, read) =>
  new Promise((resolve) => {
    const leave = el('button', { type: 'button', class: 'secondary', onclick: () => dialog.close() }, words.cancel);
    const form = el(
      'form',
      {},
      el('h2', {}, title),
      ...fields,
      el('div', { class: 'actions' }, leave, el('button', { type: 'submit', class: 'primary' }, confirm)),
    );
    const dialog = el('dialog', { 'aria-label': title }, form);
    /** @type {T | null} */
    let answer = null;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      answer = read();
      dialog.close();
    });
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(answer);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
