/** The product's time, where it can be moved: shown, and put forward by buttons. Absent where time is real. */
import { advanceClock, getClock } from './api.js';
import { el } from './dom.js';
import { dayOf, timeOf } from './format.js';
import { words } from './words.js';

/** Time may run faster than ours, and others may move it. */
const LOOK_EVERY_MS = 5_000;

/** @param {HTMLElement} place */
export const startClock = async (place) => {
  if ((await getClock()) === null) return;
  const time = el('time', {});
  const show = async () => {
    const answer = await getClock();
    if (!answer) return;
    const at = Date.parse(answer.now);
    time.dateTime = answer.now;
    time.textContent = `${timeOf(at)} · ${dayOf(at)}`;
  };

  /** @param {string} label @param {string} step */
  const button = (label, step) => {
    const forward = async () => {
      node.disabled = true;
      try {
        await advanceClock(step);
        await show();
      } catch {
        time.textContent = words.clockStuck;
      }
      node.disabled = false;
    };
    const node = el('button', { type: 'button', class: 'chip', onclick: forward }, label);
    return node;
  };

  place.append(el('span', {}, words.clock), time, button(words.hour, '1h'), button(words.day, '1d'));
  place.hidden = false;
  await show();
  // A look that fails is made good by the next; the connection notice tells of a server that is away.
  setInterval(() => show().catch(() => undefined), LOOK_EVERY_MS);
};
