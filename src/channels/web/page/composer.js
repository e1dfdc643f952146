/**
 * Where a person writes: words, files, a place, an answer to a message. It hands over what is to be sent and is empty
 * at once; what could not be sent comes back.
 */

import { createCommandList } from './command-list.js';
import { el, icon } from './dom.js';
import { askLocation } from './location-dialog.js';
import { excerptOf, nameOf } from './message.js';
import { words } from './words.js';

/** @typedef {import('./types.js').MessageEntry} MessageEntry */
/** @typedef {{ text: string, files: File[], location: { latitude: number, longitude: number } | null, replyTo: string | null }} Draft */

const FILE_LIMIT = 20 * 1024 * 1024;

/**
 * @param {{
 *   chat: import('./types.js').Chat,
 *   botName: string,
 *   commands: import('./types.js').Command[],
 *   send: (draft: Draft) => void,
 *   complain: (text: string) => void,
 *   upward: () => void,
 *   speakerChanged: () => void,
 * }} options `upward`: the arrow key leaves the empty input for what is above
 */
export const createComposer = ({ chat, botName, commands, send, complain, upward, speakerChanged }) => {
  /** @type {File[]} */
  let files = [];
  /** @type {string | null} */
  let replyTo = null;

  const input = el('textarea', {
    'data-testid': 'input',
    rows: 1,
    maxlength: 100_000,
    placeholder: words.placeholder,
    'aria-label': words.input(chat.title),
  });
  const reply = el('div', { class: 'replying', hidden: true });
  const attached = el('ul', { class: 'attached', 'aria-label': words.attachment, hidden: true });
  const picker = el('input', { type: 'file', multiple: true, hidden: true, 'aria-label': words.attach });
  const speaker = el(
    'select',
    { 'aria-label': words.speaker, onchange: speakerChanged },
    ...chat.speakers.map(({ externalId, name }) => el('option', { value: externalId }, name)),
  );
  const list = createCommandList(commands, chat.group, (word) => {
    setText(`/${word} `);
    input.focus();
  });

  /** @param {string} text */
  const setText = (text) => {
    input.value = text;
    list.show(text);
  };

  /** @param {MessageEntry | null} entry */
  const setReply = (entry) => {
    replyTo = entry?.ref ?? null;
    reply.hidden = entry === null;
    if (!entry) return;
    const clear = el(
      'button',
      { type: 'button', class: 'plain', 'aria-label': words.noReply, onclick: () => setReply(null) },
      icon('close'),
    );
    reply.replaceChildren(
      icon('reply'),
      el('span', {}, el('b', {}, nameOf(entry, botName)), ` ${excerptOf(entry)}`),
      clear,
    );
  };

  /** @param {File[]} chosen */
  const setFiles = (chosen) => {
    for (const file of chosen) if (file.size > FILE_LIMIT) complain(words.fileTooBig(file.name));
    files = chosen.filter((file) => file.size <= FILE_LIMIT);
    attached.hidden = files.length === 0;
    attached.replaceChildren(
      ...files.map((file) => {
        const drop = () => setFiles(files.filter((each) => each !== file));
        const button = el(
          'button',
          { type: 'button', class: 'plain', 'aria-label': words.remove(file.name), onclick: drop },
          icon('close'),
        );
        return el('li', {}, icon('file'), el('span', {}, file.name), button);
      }),
    );
  };

  /** @param {Draft['location']} location */
  const submit = (location = null) => {
    const text = input.value.trim();
    if (!text && files.length === 0 && !location) return;
    // A place has no words: those stay in the input.
    send(location ? { text: '', files: [], location, replyTo } : { text, files, location, replyTo });
    setReply(null);
    if (location) return;
    setText('');
    setFiles([]);
  };

  const mention = () => {
    if (!input.value.includes(`@${botName}`)) setText(`@${botName} ${input.value}`);
    input.focus();
  };

  input.addEventListener('input', () => list.show(input.value));
  input.addEventListener('keydown', (event) => {
    // Enter also ends a word in Vietnamese input methods: then it is not ours.
    if (event.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if (event.key === 'ArrowUp' && !input.value) {
      event.preventDefault();
      if (!list.focus()) upward();
    } else if (event.key === 'Escape') {
      setReply(null);
      list.hide();
    }
  });
  input.addEventListener('paste', (event) => {
    const pasted = [...(event.clipboardData?.files ?? [])];
    if (pasted.length === 0) return;
    event.preventDefault();
    setFiles([...files, ...pasted]);
  });
  picker.addEventListener('change', () => {
    setFiles([...files, ...(picker.files ?? [])]);
    picker.value = '';
    input.focus();
  });

  const tool = (/** @type {'attach' | 'place'} */ name, /** @type {string} */ label, /** @type {() => void} */ act) =>
    el('button', { type: 'button', class: 'tool', title: label, 'aria-label': label, onclick: act }, icon(name));

  const element = el(
    'form',
    { class: 'composer' },
    list.element,
    chat.group
      ? el(
          'div',
          { class: 'as' },
          el('label', {}, `${words.speaker} `, speaker),
          el('button', { type: 'button', class: 'chip', 'data-testid': 'mention', onclick: mention }, `@${botName}`),
        )
      : null,
    reply,
    attached,
    el(
      'div',
      { class: 'write' },
      tool('attach', words.attach, () => picker.click()),
      tool('place', words.sendLocation, async () => {
        const location = await askLocation();
        if (location) submit(location);
      }),
      picker,
      input,
      el(
        'button',
        { type: 'submit', class: 'send', 'data-testid': 'send', title: words.send, 'aria-label': words.send },
        icon('send'),
      ),
    ),
  );
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });

  return {
    element,
    setReply,
    setText,
    addFiles: (/** @type {File[]} */ more) => setFiles([...files, ...more]),
    focus: () => input.focus(),
    isEmpty: () => !input.value,
    speaker: () =>
      chat.speakers.find((each) => each.externalId === speaker.value) ??
      /** @type {import('./types.js').Speaker} */ (chat.speakers[0]),
  };
};
