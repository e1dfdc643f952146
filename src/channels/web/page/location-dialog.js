/** Asks for a place: typed, or the browser's own when the person allows it. */
import { ask } from './dialog.js';
import { el } from './dom.js';
import { words } from './words.js';

/** The gate of the Thăng Long industrial park: a sensible place to try with. */
const EXAMPLE = { latitude: 21.1287, longitude: 105.7817 };

/** @returns {Promise<{ latitude: number, longitude: number } | null>} */
export const askLocation = () => {
  const latitude = degrees(EXAMPLE.latitude, 90);
  const longitude = degrees(EXAMPLE.longitude, 180);
  const note = el('p', { role: 'status' });
  const here = () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        latitude.value = coords.latitude.toFixed(6);
        longitude.value = coords.longitude.toFixed(6);
      },
      () => {
        note.textContent = words.nowhere;
      },
    );
  const fields = [
    el('label', {}, words.latitude, latitude),
    el('label', {}, words.longitude, longitude),
    el('button', { type: 'button', class: 'secondary', onclick: here }, words.here),
    note,
  ];
  return ask(words.sendLocation, words.send, fields, () => ({
    latitude: latitude.valueAsNumber,
    longitude: longitude.valueAsNumber,
  }));
};

/** @param {number} value @param {number} most */
const degrees = (value, most) =>
  el('input', { type: 'number', step: 'any', min: -most, max: most, required: true, value });
