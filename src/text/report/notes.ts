/** Words around what units add to a report. */
import type { Directory } from '#domain/directory/directory.ts';
import type { ReportPeriod } from '#domain/duty/period.ts';
import { type Coverage, NOTE_KINDS, type NoteKind, type ReportNote } from '#domain/report/note.ts';
import type { Line } from '#message/outbound.ts';
import { formatDay, formatMoment } from '#text/calendar/dates.ts';
import { formatNumber } from '#text/numbers.ts';
import { personName, unitName } from '#text/request/card.ts';
import { reviewTitle } from './screen.ts';

export const noteWords: Readonly<Record<NoteKind, { readonly name: string; readonly ask: string }>> = {
  difficulty: {
    name: 'khó khăn, vướng mắc',
    ask: 'Khó khăn, vướng mắc của đơn vị trong kỳ là gì? Nếu không có, gõ: Không.',
  },
  proposal: {
    name: 'kiến nghị, đề xuất',
    ask: 'Kiến nghị, đề xuất của đơn vị là gì? Nếu không có, gõ: Không.',
  },
};

export const noteTexts = {
  words: 'Nội dung',
  button: (kind: NoteKind, isThere: boolean): string => `${isThere ? 'Sửa' : 'Nhập'} ${noteWords[kind].name}`,
  own: 'Nội dung đơn vị đã nhập',
  history: 'Các lần nhập',
  coverage: 'Đơn vị đã nhập, chưa nhập',
  keep: 'Gõ nội dung mới để thay nội dung trên, hoặc gõ /huy để giữ nguyên.',
  saved: (period: ReportPeriod): string =>
    `Đã ghi, nội dung này có trong báo cáo của kỳ. Được sửa đến hết ${formatDay(period.to)}.`,
} as const;

/** As it stands, with who entered it, before it is changed. */
export const currentLines = (directory: Directory, note: ReportNote | null): readonly Line[] =>
  note === null ? [] : [`Nội dung hiện có (${enteredBy(directory, note)}):`, note.words, '', noteTexts.keep];

export const ownNoteLines = (directory: Directory, { period, unitId, notes, isOpen }: OwnNotes): readonly Line[] => [
  [{ bold: reviewTitle(period) }],
  unitName(directory, unitId),
  '',
  ...NOTE_KINDS.flatMap((kind): readonly Line[] => {
    const note = notes.find((one) => one.kind === kind && one.unitId === unitId);
    const [head, words] = note === undefined ? ['', 'chưa nhập'] : [` (${enteredBy(directory, note)})`, note.words];
    return [[{ bold: upper(noteWords[kind].name) }, `${head}: ${words}`]];
  }),
  '',
  isOpen ? `Được nhập, sửa đến hết ${formatDay(period.to)}.` : 'Kỳ đã chốt, nội dung không sửa được nữa.',
];

type OwnNotes = {
  readonly period: ReportPeriod;
  readonly unitId: number;
  readonly notes: readonly ReportNote[];
  readonly isOpen: boolean;
};

export const historyLines = (
  directory: Directory,
  period: ReportPeriod,
  notes: readonly ReportNote[],
): readonly Line[] => [
  [{ bold: `${noteTexts.history}: ${reviewTitle(period)}` }],
  ...notes.flatMap((note): readonly Line[] => [
    '',
    `${upper(noteWords[note.kind].name)}, lần ${note.version}, ${enteredBy(directory, note)}:`,
    note.words,
  ]),
];

export const coverageLines = (
  directory: Directory,
  period: ReportPeriod,
  { entered, missing }: Coverage,
): readonly Line[] => [
  [{ bold: `Khó khăn, kiến nghị của các đơn vị: ${reviewTitle(period)}` }],
  ...listed('Đã nhập', directory, entered),
  ...listed('Có phần việc trong kỳ, chưa nhập', directory, missing),
];

/** Before the cut-off, to whoever reports for a unit that has said nothing yet. */
export const askLines = (directory: Directory, period: ReportPeriod, unitId: number): readonly Line[] => [
  [{ bold: reviewTitle(period) }],
  `Đề nghị ông/bà nhập khó khăn, vướng mắc và kiến nghị, đề xuất của ${unitName(directory, unitId)} trong kỳ, chậm nhất hết ${formatDay(period.to)}. Sau đó kỳ được chốt.`,
];

const enteredBy = (directory: Directory, { personId, at }: ReportNote): string =>
  `${personName(directory, personId)} nhập ${formatMoment(at)}`;

const listed = (label: string, directory: Directory, ids: readonly number[]): readonly Line[] => {
  const names = ids.map((id) => unitName(directory, id)).toSorted((a, b) => a.localeCompare(b, 'vi'));
  return ['', `${label} (${formatNumber(ids.length)}):`, ...names.map((name) => `- ${name}`)];
};

const upper = (words: string): string => words.replace(/^./u, (first) => first.toLocaleUpperCase('vi'));
