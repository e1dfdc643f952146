/** The directory beside the chats: groups, and people by unit, found by any part of name, title or unit. */
import { el, icon } from './dom.js';
import { bare, initialOf } from './format.js';
import { words } from './words.js';

/**
 * @typedef {{
 *   openPerson: (person: import('./types.js').WebPerson) => void,
 *   openGroup: (group: import('./types.js').WebGroup) => void,
 *   newGroup: () => void,
 *   newGuest: () => void,
 * }} PeopleActs
 */

/** @param {HTMLElement} place @param {PeopleActs} acts */
export const createPeople = (place, acts) => {
  const search = el('input', { type: 'search', placeholder: words.search, 'aria-label': words.search });
  const list = el('div', { class: 'units' });
  /** @type {import('./types.js').Directory | null} */
  let directory = null;
  const newGroup = el(
    'button',
    // A group is made of people: before they are known there is nobody to tick.
    { type: 'button', 'data-testid': 'new-group', disabled: true, onclick: acts.newGroup },
    icon('people'),
    words.newGroup,
  );

  const show = () => {
    if (directory) list.replaceChildren(...sectionsOf(directory, bare(search.value.trim()), acts));
  };
  search.addEventListener('input', show);
  place.append(
    el('div', { class: 'people-head' }, el('h2', {}, words.directory), search),
    list,
    el(
      'div',
      { class: 'people-foot' },
      newGroup,
      el(
        'button',
        { type: 'button', 'data-testid': 'new-guest', onclick: acts.newGuest },
        icon('person'),
        words.newGuest,
      ),
    ),
  );

  return {
    /** @param {import('./types.js').Directory} latest */
    update: (latest) => {
      directory = latest;
      newGroup.disabled = false;
      show();
    },
    /** Marks who is open. @param {string[]} addresses */
    markOpen: (addresses) => {
      for (const entry of list.querySelectorAll('button')) {
        entry.setAttribute('aria-pressed', String(addresses.includes(entry.value)));
      }
    },
    /** @param {string} text */
    say: (text) => list.replaceChildren(el('p', { class: 'nothing', role: 'status' }, text)),
  };
};

/**
 * @param {import('./types.js').Directory} directory
 * @param {string} wanted without diacritics
 * @param {PeopleActs} acts
 */
const sectionsOf = (directory, wanted, { openPerson, openGroup }) => {
  const people = directory.people.filter((each) => bare(`${each.name} ${each.title} ${each.unit}`).includes(wanted));
  const groups = directory.groups.filter((each) => bare(each.title).includes(wanted));
  if (people.length + groups.length === 0) {
    return [el('p', { class: 'nothing' }, directory.people.length === 0 ? words.nobodyYet : words.nobodyFound)];
  }
  const units = [...Map.groupBy(people, ({ unit }) => unit)];
  return [
    ...(groups.length > 0
      ? [
          section(
            words.groups,
            groups.map((group) => groupEntry(group, openGroup)),
          ),
        ]
      : []),
    ...units.map(([unit, members]) =>
      section(
        unit,
        members.map((person) => personEntry(person, openPerson)),
      ),
    ),
  ];
};

/** @param {string} title @param {HTMLElement[]} entries */
const section = (title, entries) => el('section', {}, el('h3', {}, title), ...entries);

/** @param {import('./types.js').WebPerson} person @param {(person: import('./types.js').WebPerson) => void} open */
const personEntry = (person, open) =>
  el(
    'button',
    {
      type: 'button',
      class: 'entry',
      'data-testid': 'person',
      'data-person': person.externalId,
      value: person.externalId,
      onclick: () => open(person),
    },
    el('span', { class: 'avatar', 'aria-hidden': 'true' }, initialOf(person.name)),
    el('span', { class: 'entry-words' }, el('b', {}, person.name), el('small', {}, person.title)),
  );

/** @param {import('./types.js').WebGroup} group @param {(group: import('./types.js').WebGroup) => void} open */
const groupEntry = (group, open) =>
  el(
    'button',
    { type: 'button', class: 'entry', 'data-testid': 'group', value: `group:${group.id}`, onclick: () => open(group) },
    el('span', { class: 'avatar', 'aria-hidden': 'true' }, icon('people')),
    el(
      'span',
      { class: 'entry-words' },
      el('b', {}, group.title),
      el('small', {}, words.groupAbout(group.members.length)),
    ),
  );
