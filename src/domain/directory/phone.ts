/** A private mobile number, as people in Vietnam write it. */

/** Prefixes of mobile networks; a landline takes no messages. */
const MOBILE = /^(?:\+?84|0)([35789]\d{8})$/;

/** `84…`, from 09…, +84… or 84…, with spaces, dots or hyphens. Null: no mobile number. */
export const readPhone = (text: string): string | null => {
  const [, number] = MOBILE.exec(text.trim().replaceAll(/[\s.-]/g, '')) ?? [];
  return number === undefined ? null : `84${number}`;
};

/** Enough for its owner to know it again, and for nobody else to call it: `09•• ••• 123`. */
export const maskedPhone = (phone: string): string => `0${phone.slice(2, 3)}•• ••• ${phone.slice(-3)}`;
