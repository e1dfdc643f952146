/**
 * The open chats: side by side, or one at a time under tabs on a phone. One is active: the one last touched.
 */
import { createColumn } from './column.js';
import { drawTabs } from './tabs.js';

/** @typedef {import('./column.js').Column} Column */
/** @typedef {import('./types.js').Chat} Chat */

/**
 * @param {{ place: HTMLElement, tabs: HTMLElement, directory: () => import('./types.js').Directory, changed: (addresses: string[]) => void }} page
 */
export const createColumns = ({ place, tabs, directory, changed }) => {
  /** @type {Map<string, Column>} */
  const open = new Map();
  let active = '';
  const drawUnread = () => drawTabs(tabs, [...open.values()], active, activate);

  /** @param {string} address '' shows the directory on a phone */
  const activate = (address) => {
    active = address;
    document.body.dataset.view = address ? 'chat' : 'list';
    for (const [each, { element }] of open) element.classList.toggle('active', each === address);
    open.get(address)?.markRead();
    drawUnread();
  };

  /** @param {string} address */
  const close = (address) => {
    open.get(address)?.element.remove();
    open.delete(address);
    if (active === address) activate([...open.keys()].at(-1) ?? '');
    changed([...open.keys()]);
  };

  /** Opens the chat without going to it. @param {Chat} chat */
  const add = (chat) => {
    const { address } = chat;
    const isActive = () => active === address && document.hasFocus();
    const page = { ...directory(), close: () => close(address), unreadChanged: drawUnread, isActive };
    const column = createColumn(chat, page);
    whenTouched(column.element, () => (active === address ? column.markRead() : activate(address)));
    open.set(address, column);
    place.append(column.element);
    changed([...open.keys()]);
    return column;
  };

  return {
    add,
    activate,
    /** Opens the chat, or shows it where it is open already. @param {Chat} chat */
    show: (chat) => {
      const column = open.get(chat.address) ?? add(chat);
      activate(chat.address);
      column.element.scrollIntoView({ inline: 'nearest', block: 'nearest' });
      column.focus();
      return column;
    },
    cursors: () => [...open.values()].map((column) => column.cursor()),
    /** @param {import('./types.js').Entry[]} entries */
    deliver: (entries) => {
      for (const [address, own] of Map.groupBy(entries, (entry) => entry.address)) open.get(address)?.deliver(own);
    },
  };
};

/** By key or by pointer. @param {HTMLElement} element @param {() => void} touched */
const whenTouched = (element, touched) => {
  for (const kind of ['focusin', 'pointerdown']) element.addEventListener(kind, touched);
};
