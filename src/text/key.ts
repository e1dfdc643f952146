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

/** `nguyen-thi-lan`; null for a name in another script, which has no letters for it. */
export const slugOf = (name: string): string | null => {
  const slug = key(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return slug === '' ? null : slug;
};
