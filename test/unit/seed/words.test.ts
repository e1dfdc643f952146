import { describe, expect, it } from 'vitest';
import { enterprises } from '#db/seed/data/enterprises.ts';
import { fields } from '#db/seed/data/fields.ts';
import { groups } from '#db/seed/data/groups.ts';
import { indicators } from '#db/seed/data/indicators.ts';
import { ANSWERS, CLOSINGS, MATTERS, WITHDRAWALS } from '#db/seed/data/past-words.ts';
import { people } from '#db/seed/data/people.ts';
import { regulations } from '#db/seed/data/regulations.ts';
import { units } from '#db/seed/data/units.ts';
import { zones } from '#db/seed/data/zones.ts';

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};
const texts = textsIn([
  units,
  zones,
  fields,
  groups,
  regulations,
  enterprises,
  people,
  indicators,
  MATTERS,
  ANSWERS,
  CLOSINGS,
  WITHDRAWALS,
]);

/** Letters of Vietnamese in composed form; look-alikes (Ð of Icelandic, Cyrillic а, full-width forms) are not among them. */
const VIETNAMESE =
  /^[\dA-Za-zĂÂĐÊÔƠƯăâđêôơưÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ² .,;:()"{}/_-]*$/;
/** hoà, hoè, thuỷ: the tone belongs on the first vowel (hòa, hòe, thủy); after q the u is no vowel (quý). */
const NEW_TONE_STYLE = /(o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\p{L})/iu;

describe('the words of the sample data', () => {
  it('are composed (NFC), of Vietnamese letters only, without stray spaces', () => {
    for (const text of texts) {
      expect(text).toBe(text.normalize('NFC'));
      expect(text).toMatch(VIETNAMESE);
      expect(text).toBe(text.trim().replaceAll(/ {2,}/g, ' '));
    }
  });

  it('place tones in one style', () => {
    expect('Hoà Phú').toMatch(NEW_TONE_STYLE);
    expect('thuỷ').toMatch(NEW_TONE_STYLE);
    expect(['Hòa Phú', 'thủy', 'quý', 'toàn', 'Thúy'].filter((word) => NEW_TONE_STYLE.test(word))).toEqual([]);
    expect(texts.filter((text) => NEW_TONE_STYLE.test(text))).toEqual([]);
  });

  it('never carry a secrecy mark', () => {
    expect(texts.filter((text) => /(?<!\p{L})mật(?!\p{L})/iu.test(text))).toEqual([]);
  });
});
