/** Findings: what the enterprise has to do. */
import type { Reference } from '#domain/reference.ts';
import type { TeamKind } from '#domain/team/team.ts';
import type { IsoDate } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { formatDate } from '#text/calendar/dates.ts';
import { unitName } from '#text/request/card.ts';
import { enterpriseName } from './plan.ts';
import { teamKinds } from './words.ts';

/** What the duty of a finding is called; its words stand in the minutes in full. */
export const findingTitle = (kind: TeamKind, enterprise: string, words: string): string => {
  // What is to be done comes first: it is all that a button has room for.
  const of = ` (kiến nghị ${teamKinds[kind]} đối với ${enterprise})`;
  const room = LONGEST_TITLE - of.length;
  return `${words.length <= room ? words : `${words.slice(0, room - 1)}…`}${of}`;
};

const LONGEST_TITLE = 300;

type Shown = { readonly enterpriseId: number; readonly words: string; readonly due: IsoDate; readonly unitId: number };

export const findingLines = (reference: Reference, { enterpriseId, words, due, unitId }: Shown): readonly Line[] => [
  [{ bold: 'Kiến nghị' }, ` đối với ${enterpriseName(reference, enterpriseId)}:`],
  words,
  `Thời hạn: hết ngày ${formatDate(due)}. Đơn vị theo dõi: ${unitName(reference.directory, unitId)}.`,
  'Việc này đã có trong danh sách /viec của đơn vị; thực hiện xong, đơn vị báo kết quả kèm tài liệu chứng minh.',
];
