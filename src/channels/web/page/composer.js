/**
 * Where a person writes: words, files, a place, an answer to a message. It hands over what is to be sent and is empty
 * at once; what was refused is given back.
 */
import { createAttachments } from './attachments.js';
import { createCommandList } from './command-list.js';
import { el, icon } from './dom.js';
import { askLocation } from './location-dialog.js';
import { createReplyBar } from './reply-bar.js';
import { words } from './words.js';

/** @typedef {{ text: string, files: File[], location: { latitude: number, longitude: number } | null, replyTo: string | null }} Draft */

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
  const input = inputOf(chat);
  const speaker = speakerOf(chat, speakerChanged);
  const reply = createReplyBar(botName);
  const files = createAttachments(complain);
  const list = createCommandList(commands, chat.group, input);

  /** @param {string} text */
  const setText = (text) => {
    input.value = text;
    list.show(text);
  };

  const submit = () => {
    const draft = { text: input.value.trim(), files: files.take(), location: null, replyTo: reply.ref() };
    if (!draft.text && draft.files.length === 0) return;
    setText('');
    reply.set(null);
    send(draft);
  };

  /** A place goes alone: words and files that stand there stay. @param {Draft['location']} location */
  const submitPlace = (location) => {
    send({ text: '', files: [], location, replyTo: reply.ref() });
    reply.set(null);
  };

  const mention = () => {
    if (!input.value.includes(`@${botName}`)) setText(`@${botName} ${input.value}`);
    input.focus();
  };

  const leave = () => {
    list.hide();
    reply.set(null);
  };
  const goUp = () => list.focus() || upward();
  heedInput(input, { submit, typed: list.show, pasted: files.add, upward: goUp, left: leave });
  const element = formOf(submit, [
    list.element,
    ...(chat.group ? [speakerRow(speaker, botName, mention)] : []),
    reply.element,
    files.element,
    writeRow(input, files.picker, submitPlace),
  ]);

  return {
    element,
    setReply: reply.set,
    setText,
    focus: () => input.focus(),
    /** What was refused, before what has been written since. @param {Draft} draft */
    giveBack: (draft) => {
      setText([draft.text, input.value].filter(Boolean).join('\n'));
      files.add(draft.files);
    },
    speaker: () => chat.speakers[speaker.selectedIndex] ?? { externalId: chat.address, name: chat.title },
  };
};

/** @param {import('./types.js').Chat} chat */
const inputOf = (chat) =>
  el('textarea', {
    'data-testid': 'input',
    rows: 1,
    maxlength: 100_000,
    placeholder: words.placeholder,
    'aria-label': words.input(chat.title),
  });

/** @param {import('./types.js').Chat} chat @param {() => void} changed */
const speakerOf = ({ speakers }, changed) =>
  el(
    'select',
    { 'aria-label': words.speaker, onchange: changed },
    ...speakers.map(({ externalId, name }) => el('option', { value: externalId }, name)),
  );

/**
 * @param {HTMLTextAreaElement} input
 * @param {{ submit: () => void, typed: (text: string) => void, pasted: (files: Iterable<File>) => void, upward: () => void, left: () => void }} acts
 */
const heedInput = (input, { submit, typed, pasted, upward, left }) => {
  input.addEventListener('input', () => typed(input.value));
  input.addEventListener('keydown', (event) => {
    // Enter also ends a word in Vietnamese input methods: then it is not ours.
    if (event.isComposing) return;
    if (event.key === 'Escape') return left();
    if (event.key === 'Enter' && !event.shiftKey) submit();
    else if (event.key === 'ArrowUp' && !(input.value && !input.value.startsWith('/'))) upward();
    else return;
    event.preventDefault();
  });
  input.addEventListener('paste', (event) => {
    const files = event.clipboardData?.files ?? [];
    if (files.length === 0) return;
    event.preventDefault();
    pasted(files);
  });
};

/** @param {() => void} submit @param {Node[]} parts */
const formOf = (submit, parts) => {
  const form = el('form', { class: 'composer' }, ...parts);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  return form;
};

/** In a group one picks who speaks, and may address the bot. @param {HTMLSelectElement} speaker @param {string} botName @param {() => void} mention */
const speakerRow = (speaker, botName, mention) =>
  el(
    'div',
    { class: 'as' },
    el('label', {}, words.speaker, speaker),
    el('button', { type: 'button', class: 'chip', 'data-testid': 'mention', onclick: mention }, `@${botName}`),
  );

/** @param {HTMLTextAreaElement} input @param {HTMLInputElement} picker @param {(location: Draft['location']) => void} place */
const writeRow = (input, picker, place) =>
  el(
    'div',
    { class: 'write' },
    tool('attach', words.attach, () => picker.click()),
    tool('place', words.sendLocation, async () => {
      const location = await askLocation();
      if (location) place(location);
    }),
    picker,
    input,
    el(
      'button',
      { type: 'submit', class: 'send', 'data-testid': 'send', title: words.send, 'aria-label': words.send },
      icon('send'),
    ),
  );

/** @param {'attach' | 'place'} name @param {string} label @param {() => void} act */
const tool = (name, label, act) =>
  el('button', { type: 'button', class: 'tool', title: label, 'aria-label': label, onclick: act }, icon(name));
