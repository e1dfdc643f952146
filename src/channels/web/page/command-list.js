/** The bot's commands, offered while a person types the first word after "/". */
import { el } from './dom.js';
import { bare } from './format.js';
import { words } from './words.js';

/**
 * @param {import('./types.js').Command[]} commands
 * @param {boolean} isGroup
 * @param {HTMLTextAreaElement} input
 */
export const createCommandList = (commands, isGroup, input) => {
  const own = commands.filter(({ scope }) => scope === (isGroup ? 'group' : 'private'));
  const element = el('div', { class: 'commands', role: 'group', 'aria-label': words.commands, hidden: true });
  const hide = () => {
    element.hidden = true;
  };
  /** @param {string} word */
  const pick = (word) => {
    input.value = `/${word} `;
    hide();
    input.focus();
  };
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
    const { activeElement } = document;
    const beside = { ArrowDown: activeElement?.nextElementSibling, ArrowUp: activeElement?.previousElementSibling }[
      event.key
    ];
    if (!(beside instanceof HTMLElement)) return;
    event.preventDefault();
    beside.focus();
  });

  return {
    element,
    hide,
    /** @param {string} text as typed so far */
    show: (text) => {
      const typed = /^\/(\S*)$/.exec(text)?.[1];
      const found = typed === undefined ? [] : own.filter(({ word }) => bare(word).startsWith(bare(typed)));
      element.replaceChildren(
        ...found.map(({ word, description }) =>
          el('button', { type: 'button', onclick: () => pick(word) }, el('b', {}, `/${word}`), ` ${description}`),
        ),
      );
      element.hidden = found.length === 0;
    },
    /** @returns {boolean} whether there was something to go to */
    focus: () => {
      const last = element.lastElementChild;
      if (element.hidden || !(last instanceof HTMLElement)) return false;
      last.focus();
      return true;
    },
  };
};
