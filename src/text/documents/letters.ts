/** Words of letter drafts. */

import type { DocNumber } from '#domain/document/number.ts';
import type { Letter } from '#domain/permission/letter.ts';
import type { Request, Urgency } from '#domain/request/request.ts';
import type { IsoDate } from '#domain/time.ts';
import { formatDay } from '#text/calendar/dates.ts';
import { requestTypes, urgencies } from '#text/request/words.ts';

export const texts = {
  button: 'Dự thảo công văn',
  asFile: 'Tải dự thảo công văn',
  which: (code: string): string => `${code}: ông/bà cần dự thảo công văn nào?`,
  none: 'Hiện chưa có công văn nào cần dự thảo về đề nghị này.',
  making: 'Đang lập dự thảo công văn, sẽ gửi ngay.',
  made: (what: string): string =>
    `${what}: dự thảo để trống số, ký hiệu và ngày. Khi văn thư cấp số, bấm Nhập số, ký hiệu để tra cứu được theo số.`,
  sameAbove: 'Như trên',
  file: (letter: Letter, code: string): string => `${files[letter]}-${code}.docx`,
} as const;

export const letterNames: Readonly<Record<Letter, string>> = {
  ask: 'Công văn đề nghị phối hợp',
  answer: 'Công văn trả lời',
  urge: 'Công văn đôn đốc',
};

const files: Readonly<Record<Letter, string>> = { ask: 'cong-van', answer: 'tra-loi', urge: 'don-doc' };

/** A subject within a sentence: its first letter is small, unless a name begins it ("Hà Nội …", "KCN …"). */
export const inSentence = (subject: string): string =>
  /^\p{Lu}\p{Ll}*\s\p{Lu}|^\p{Lu}{2}/u.test(subject)
    ? subject
    : subject.replace(/^\p{Lu}/u, (first) => first.toLocaleLowerCase('vi'));

/** After "V/v". A type that the subject begins with is not said twice. */
export const letterAbout: Readonly<Record<Letter, (request: Request) => string>> = {
  ask: ({ type, subject }) => {
    const [name, matter] = [requestTypes[type], inSentence(subject)];
    return matter.startsWith(name.split(' ').slice(0, 2).join(' ')) ? matter : `${name}: ${matter}`;
  },
  answer: ({ subject }) => `trả lời đề nghị phối hợp: ${inSentence(subject)}`,
  urge: ({ subject }) => `đôn đốc trả lời: ${inSentence(subject)}`,
};

/** The document that the matter came with, or the code that stands for it. */
export const askedBy = (number: DocNumber | null, date: IsoDate | null, code: string): string =>
  number === null ? `đề nghị mã ${code}` : `văn bản số ${number}${date === null ? '' : ` ${formatDay(date)}`}`;

export const stampOf = (urgency: Urgency): string | null => (urgency === 'thuong' ? null : urgencies[urgency]);

/** By its number where it has one: titles are long, and shorten what a paper writes out. */
export const regulationName = ({
  number,
  title,
}: {
  readonly number: string | null;
  readonly title: string;
}): string => (number === null ? title : `Quy chế phối hợp ban hành kèm theo Quyết định số ${number}`);
