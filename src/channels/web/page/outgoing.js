/** What a person does in a chat, on its way to the server: one thing after the other, so the order stays. */
import { newKey, postEvent, postFile, Refused } from './api.js';
import { words } from './words.js';

/** @typedef {import('./types.js').EventRequest} EventRequest */
/** @typedef {import('./composer.js').Draft} Draft */

/** After this a press without an answer may be repeated: its acknowledgement was lost, which is harmless. */
const PRESS_MS = 5_000;

/**
 * @param {string} address
 * @param {{
 *   speaker: () => import('./types.js').Speaker,
 *   pending: (text: string) => { drop: () => void, arrived: (ref: string) => void },
 *   giveBack: (draft: Draft) => void,
 *   say: (text: string) => void,
 * }} chat
 */
export const createOutgoing = (address, { speaker, pending, giveBack, say }) => {
  let queue = Promise.resolve();
  /** @type {Map<string, HTMLButtonElement>} */
  const presses = new Map();

  /**
   * @template T
   * @param {() => Promise<T>} act
   * @param {(result: T) => void} done
   * @param {() => void} undo
   */
  const inOrder = (act, done, undo) => {
    queue = queue.then(async () => {
      try {
        done(await act());
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        undo();
        say(words.notSent);
      }
    });
  };

  /** @param {EventRequest['content']} content @param {string | null} replyTo @returns {EventRequest} */
  const event = (content, replyTo) => ({ key: newKey(), address, sender: speaker(), replyTo, content });

  return {
    /** @param {Draft} draft */
    send: (draft) => {
      const request = event({ kind: 'text', text: draft.text }, draft.replyTo);
      const shown = pending(nameOf(draft));
      const act = async () => postEvent({ ...request, content: await contentOf(draft) });
      inOrder(
        act,
        ({ ref }) => shown.arrived(ref),
        () => {
          shown.drop();
          giveBack(draft);
        },
      );
    },
    /** @param {string} ref @param {string} token @param {HTMLButtonElement} button */
    press: (ref, token, button) => {
      if (button.ariaBusy === 'true') return;
      const request = event({ kind: 'pressed', token, ref }, null);
      const free = () => button.removeAttribute('aria-busy');
      button.ariaBusy = 'true';
      presses.set(request.key, button);
      inOrder(
        () => postEvent(request),
        () => setTimeout(free, PRESS_MS),
        free,
      );
    },
    /** The bot has taken the press; another page's press is that page's to tell. @param {import('./types.js').ToastBody} body */
    acknowledged: ({ press, text }) => {
      presses.get(press)?.removeAttribute('aria-busy');
      if (presses.delete(press) && text) say(text);
    },
  };
};

/** Files are stored first: the event names them. @param {Draft} draft @returns {Promise<EventRequest['content']>} */
const contentOf = async ({ text, files, location }) => {
  if (location) return { kind: 'location', ...location };
  if (files.length === 0) return { kind: 'text', text };
  return { kind: 'files', caption: text, files: await Promise.all(files.map(postFile)) };
};

/** @param {Draft} draft */
const nameOf = ({ text, files }) => text || files.map(({ name }) => name).join(', ') || words.sendLocation;
