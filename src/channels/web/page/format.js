/** Times, sizes, names and search words as officials write them. Times are Vietnam's, wherever the browser is. */
const timeZone = 'Asia/Ho_Chi_Minh';
const clock = new Intl.DateTimeFormat('vi-VN', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const date = new Intl.DateTimeFormat('vi-VN', {
  timeZone,
  weekday: 'long',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});
const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

/** @param {number} at */
export const timeOf = (at) => clock.format(at);

/** @param {number} at */
export const dayOf = (at) => date.format(at);

/** @param {number} bytes */
export const sizeOf = (bytes) => {
  if (bytes < 1024) return `${bytes} byte`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${number.format(kilobytes)} KB` : `${number.format(kilobytes / 1024)} MB`;
};

/** The letter of the given name, which is the last word of a Vietnamese name. @param {string} name */
export const initialOf = (name) => name.trim().split(/\s+/).at(-1)?.charAt(0).toUpperCase() ?? '';

/** Lower case without diacritics, as people type when they search. @param {string} text */
export const bare = (text) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
