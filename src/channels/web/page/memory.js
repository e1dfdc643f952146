/**
 * What the browser keeps: the open chats (in the address line `#mo=…&mo=…`, and stored for a visit without it), and
 * the guests made here. An invitation link brings its code as `#ma=…`.
 */
const OPEN = 'web-chat-open';
const GUESTS = 'web-chat-guests';

/** @returns {string[]} */
const read = (/** @type {string} */ name) => {
  try {
    const value = JSON.parse(localStorage.getItem(name) ?? '[]');
    return Array.isArray(value) ? value.map(String) : [];
  } catch {
    // Somebody else's or a broken value: begin anew.
    return [];
  }
};

const hash = () => new URLSearchParams(location.hash.slice(1));

export const remembered = () => {
  const inHash = hash().getAll('mo');
  return inHash.length > 0 ? inHash : read(OPEN);
};

/** @param {string[]} addresses */
export const remember = (addresses) => {
  const query = new URLSearchParams(addresses.map((address) => ['mo', address]));
  history.replaceState(null, '', addresses.length > 0 ? `#${query}` : location.pathname);
  localStorage.setItem(OPEN, JSON.stringify(addresses));
};

/** The code of an invitation link, once: the next `remember` takes it out of the address line. */
export const invitation = () => hash().get('ma');

/** External ids of the guests made in this browser, oldest first. */
export const guests = () => read(GUESTS);

/** @param {string} externalId */
export const rememberGuest = (externalId) => localStorage.setItem(GUESTS, JSON.stringify([...guests(), externalId]));
