/** A message of reminders, as it is promised and as it is read in somebody's chat. */
import type { PersonId } from '#domain/directory/directory.ts';
import { DIGEST_KINDS, type DigestKind } from '#domain/request/digest.ts';
import type { ReminderKind } from '#domain/request/reminders.ts';
import type { Millis } from '#domain/time.ts';
import type { Delivery } from '#test/fakes/profile/fake.ts';

export type Kind = ReminderKind | 'silence' | 'personal' | DigestKind;

/** The worst first, behind what a person has set himself; what is only in the morning list last (DESIGN 4). */
export const ORDER: readonly Kind[] = ['personal', 'silence', 'overdue', 'today', 'receipt', 'before', ...DIGEST_KINDS];

/** So many matters are listed; the rest are counted. */
export const LISTED = 12;

export type Matter = { readonly name: string; readonly kind: Kind };

export type Message = {
  readonly person: PersonId;
  readonly at: Millis;
  readonly matters: readonly Matter[];
  /** Hỏa tốc, or what a person has set himself. */
  readonly isAnyHour: boolean;
  /** How often people had acted by then. */
  readonly acts: number;
};

export type Seen = {
  readonly person: PersonId;
  readonly at: Millis;
  readonly matters: readonly Matter[];
  /** Counted, and not listed. */
  readonly folded: number;
};

/** Null: it is no message of reminders. */
export const read = ({ text, at }: Delivery, person: PersonId): Seen | null => {
  if (!/^(Nhắc việc(: \d+ việc cần xử lý)?|Việc ngày .*)\n/.test(text)) return null;
  const lines = text.split('\n').slice(1);
  const matters: Matter[] = [];
  let list: DigestKind | null = null;
  for (const [index, line] of lines.entries()) {
    const head = HEADS.get(line);
    if (head !== undefined) list = head;
    else if (line === OWN) matters.push({ name: lines[index + 1] ?? '', kind: 'personal' });
    else if (list !== null && line.includes(' · ')) matters.push({ name: nameIn(line), kind: list });
    else if (list === null) matters.push(...reminderAt(lines, index));
  }
  return { person, at, matters, folded: Number(/^Và (\d+) việc khác/m.exec(text)?.[1] ?? 0) };
};

const OWN = 'Việc ông/bà đã đặt nhắc:';

const HEADS: ReadonlyMap<string, DigestKind> = new Map([
  ['Quá hạn', 'late'],
  ['Đến hạn hôm nay', 'due_today'],
  ['Đến hạn trong 3 ngày làm việc', 'due_soon'],
  ['Đang chờ ông/bà', 'waits'],
]);

/** Of a line of the morning list: what, and whose. */
const nameIn = (line: string): string => line.split(' · ').slice(0, 2).join(' · ');

/** In full: its name, of a request its subject, and a sentence. */
const reminderAt = (lines: readonly string[], index: number): Matter[] => {
  const name = lines[index] ?? '';
  if (name.split(' · ').length !== 2) return [];
  const kind = kindOf(lines[index + (name.startsWith('PH-') ? 2 : 1)] ?? '');
  return kind === null ? [] : [{ name, kind }];
};

const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/^Hết hạn trả lời \(/, 'silence'],
  [/^(Đã|Đơn vị đã) quá hạn (trả lời|thực hiện)/, 'overdue'],
  [/^Hôm nay là hạn (trả lời|thực hiện)/, 'today'],
  [/^Chưa tiếp nhận/, 'receipt'],
  [/^Hạn (trả lời|thực hiện)/, 'before'],
];

const kindOf = (sentence: string): Kind | null => KINDS.find(([words]) => words.test(sentence))?.[1] ?? null;
