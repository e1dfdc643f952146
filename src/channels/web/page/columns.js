/**
 * The open chats: side by side, or one at a time under tabs on a phone. One is active: the one last touched. What is
 * open is kept in the address line and in the browser, so a reload or a sent link shows the same.
 */
import { createColumn } from './column.js';
import { el } from './dom.js';
import { remember } from './memory.js';
import { words } from './words.js';

/** @typedef {import('./column.js').Column} Column */

/**
 * @param {{ place: HTMLElement, tabs: HTMLElement, directory: () => import('./types.js').Directory, changed: (addresses: string[]) => void }} page
 */
export const createColumns = ({ place, tabs, directory, changed }) => {
  /** @type {Map<string, Column>} */
  const open = new Map();
  let active = '';
  const hint = el('p', { class: 'hint' }, words.chooseSomebody);
  place.append(hint);

  /** @param {string} address '' shows the directory on a phone */
  const activate = (address) => {
    active = address;
    document.body.dataset.view = address ? 'chat' : 'list';
    for (const [each, column] of open) column.element.classList.toggle('active', each === address);
    open.get(address)?.markRead();
    showTabs();
    tabs.querySelector('[aria-current="true"]')?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  };

  const showTabs = () => {
    tabs.replaceChildren(
      tab('', words.directory, 0),
      ...[...open].map(([address, column]) => tab(address, column.chat.title, column.unread())),
    );
    const total = [...open.values()].reduce((sum, column) => sum + column.unread(), 0);
    document.title = total > 0 ? `(${total}) Trợ lý Phối hợp` : 'Trợ lý Phối hợp';
  };

  /** @param {string} address @param {string} title @param {number} unread */
  const tab = (address, title, unread) => {
    const badge =
      unread > 0 ? el('span', { class: 'badge', 'aria-label': words.unread(unread) }, String(unread)) : null;
    const show = () => {
      activate(address);
      open.get(address)?.toEnd();
    };
    return el(
      'button',
      { type: 'button', 'aria-current': String(address === active), onclick: show },
      el('span', {}, title),
      badge,
    );
  };

  const openChanged = () => {
    const addresses = [...open.keys()];
    hint.hidden = addresses.length > 0;
    remember(addresses);
    showTabs();
    changed(addresses);
  };

  /** @param {string} address */
  const close = (address) => {
    open.get(address)?.element.remove();
    open.delete(address);
    if (active === address) activate([...open.keys()].at(-1) ?? '');
    openChanged();
  };

  /** @param {import('./types.js').Chat} chat */
  const add = (chat) => {
    const { address } = chat;
    const { botName, commands } = directory();
    const column = createColumn(chat, {
      botName,
      commands,
      close: () => close(address),
      unreadChanged: showTabs,
      isActive: () => active === address && document.hasFocus(),
    });
    for (const touch of ['focusin', 'pointerdown']) {
      column.element.addEventListener(touch, () => {
        if (active !== address && open.has(address)) activate(address);
        column.markRead();
      });
    }
    open.set(address, column);
    place.append(column.element);
    openChanged();
    return column;
  };

  activate('');
  return {
    /** Opens the chat, or shows it where it is open already. @param {import('./types.js').Chat} chat */
    show: (chat) => {
      const column = open.get(chat.address) ?? add(chat);
      activate(chat.address);
      column.element.scrollIntoView({ inline: 'nearest', block: 'nearest' });
      column.focus();
      return column;
    },
    /** Opens the chat without going to it. */
    add,
    cursors: () => [...open.values()].map((column) => column.cursor()),
    /** @param {import('./types.js').Entry[]} entries */
    deliver: (entries) => {
      for (const [address, ofChat] of Map.groupBy(entries, (entry) => entry.address))
        open.get(address)?.deliver(ofChat);
    },
    activate,
  };
};
