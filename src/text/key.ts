/** The form in which typed words are compared: NFC or NFD, tone marks anywhere or nowhere, any case, `đ` as `d`. */
export const key = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    // Zero-width characters and soft hyphens come with copied documents.
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
