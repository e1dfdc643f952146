/** A part of the day beside a day: `chiều mai`, `sáng thứ Sáu`. As a deadline it is over when its office hours are. */
import { canBe } from '../typed.ts';
import { each, type Reader } from './atom.ts';
import { isPart, partEnd } from './hour.ts';

/** A `#` is what another reader has read: the day. */
const PART =
  /\b(?:buoi )?(sang|trua|chieu|toi|dem)(?= (?:ngay |hom |ngay hom )?#)|(?<=# ?,? ?)\b(?:vao )?(?:buoi )(sang|trua|chieu|toi)(?!\w)/g;
const MARKED: Readonly<Record<string, string>> = { sang: 'sáng', trua: 'trưa', chieu: 'chiều', toi: 'tối', dem: 'đêm' };

/** What is put off goes to another day. */
const PUT_OFF = /\b(?:lui|doi|chuyen|hoan|gia han)\b[^.;]*$/;

export const partsOfDay: Reader = (frame, plain) =>
  each(plain, PART, ({ place, groups: [, ahead, after], before }) => {
    const part = ahead ?? after ?? '';
    // `lùi hạn sang thứ Hai`, without its marks.
    if (part === 'sang' && !frame.text.isMarked && PUT_OFF.test(before)) return null;
    // Between two days it is a `tới` without its mark.
    if (part === 'toi' && before.endsWith('# ')) return null;
    if (!canBe(frame.text, { start: place.end - part.length, end: place.end }, MARKED[part] ?? part)) return null;
    const end = partEnd(frame, part);
    return { ...place, shape: 'hour', minutes: end === null ? [] : [end], ...(isPart(part) ? { part } : {}) };
  });
