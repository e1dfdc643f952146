/** Kiến nghị of a team in chat, and its follow-up. */
import type { DutyState } from '#domain/duty/duty.ts';
import type { Reference } from '#domain/reference.ts';
import type { Item } from '#domain/team/item.ts';
import type { IsoDate } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { formatDate } from '#text/calendar/dates.ts';
import { itemStates } from './items.ts';
import { dutyStates } from './papers.ts';
import { enterpriseName } from './plan.ts';

export const followTexts = {
  list: 'Kiến nghị',
  none: 'Đoàn chưa có kiến nghị nào.',
  follow: (no: number): string => `Kiểm tra lại · ${no}`,
  followOne: 'Kiểm tra lại',
  item: (words: string): string => `Việc thực hiện kiến nghị: ${words}`,
  settled: (title: string, words: string): readonly Line[] => [[{ bold: title }], words],
} as const;

type Shown = {
  readonly enterpriseId: number;
  readonly words: string;
  readonly due: IsoDate;
  readonly state: DutyState;
  readonly followedBy: string | null;
};

export const findingsLines = (reference: Reference, code: string, findings: readonly Shown[]): readonly Line[] => [
  [{ bold: code }, ` · ${followTexts.list.toLowerCase()}: ${findings.length}`],
  ...(findings.length === 0 ? [followTexts.none] : []),
  ...findings.map(
    ({ enterpriseId, words, due, state, followedBy }, index) =>
      `${index + 1}. ${words} (${enterpriseName(reference, enterpriseId)}, hạn ${formatDate(due)}): ${dutyStates[state].toLowerCase()}${followedBy === null ? '' : `, kiểm tra lại theo đoàn ${followedBy}`}`,
  ),
];

/** On the card of the team that follows, and in its plan. */
export const followsLine = (code: string, words: string): Line => `Kiểm tra lại kiến nghị của đoàn ${code}: ${words}`;

export const groundOfFollow = (code: string, words: string): string =>
  `Kiểm tra lại việc thực hiện kiến nghị của đoàn ${code}: ${words}`;

/** What the follow-up found, as it stands in the duty. */
export const itemResult = (code: string, { state, remark }: Pick<Item, 'state' | 'remark'>): string =>
  `Kết quả kiểm tra lại theo đoàn ${code}: ${itemStates[state].toLowerCase()}${remark === null ? '.' : `. ${remark}`}`;
