/** Asks for a new group chat: a title and who is in it. */
import { newKey } from './api.js';
import { ask } from './dialog.js';
import { el } from './dom.js';
import { bare } from './format.js';
import { words } from './words.js';

/**
 * @param {import('./types.js').WebPerson[]} people
 * @returns {Promise<{ id: string, title: string, members: import('./types.js').Speaker[] } | null>}
 */
export const askGroup = (people) => {
  const title = el('input', { type: 'text', required: true, maxlength: 200, placeholder: words.groupExample });
  const search = el('input', { type: 'search', placeholder: words.search, 'aria-label': words.search });
  const members = people.map((person) => {
    // A group needs somebody: the first box is required until one is ticked.
    const box = el('input', { type: 'checkbox', value: person.externalId, onchange: () => requireOne() });
    const row = el(
      'label',
      { class: 'member' },
      box,
      el('span', {}, person.name, el('small', {}, `${person.title}, ${person.unit}`)),
    );
    return { person, box, row, words: bare(`${person.name} ${person.title} ${person.unit}`) };
  });
  const requireOne = () => {
    const isEmpty = members.every(({ box }) => !box.checked);
    for (const { box, row } of members) box.required = isEmpty && !row.hidden;
  };
  search.addEventListener('input', () => {
    for (const member of members) member.row.hidden = !member.words.includes(bare(search.value));
    requireOne();
  });
  requireOne();

  const fields = [
    el('label', {}, words.groupTitle, title),
    el(
      'fieldset',
      {},
      el('legend', {}, words.members),
      search,
      el('div', { class: 'members' }, ...members.map(({ row }) => row)),
    ),
  ];
  return ask(words.newGroup, words.createGroup, fields, () => ({
    id: newKey(),
    title: title.value.trim(),
    members: members.filter(({ box }) => box.checked).map(({ person: { externalId, name } }) => ({ externalId, name })),
  }));
};
