/** A duty on the screen: its card, its line in a list, and what others are told of it. */
import type { Directory, PersonId } from '#domain/directory/directory.ts';
import { type Duty, type DutyAct, isDutyOverdue } from '#domain/duty/duty.ts';
import { endOf } from '#domain/request/clock.ts';
import type { Millis } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { formatDue, formatMoment } from '../calendar/dates.ts';
import { personName, unitName } from '../request/card.ts';
import { upperFirst } from '../request/words.ts';
import { dutyKinds, dutyStates } from './words.ts';

export const dutyDue = ({ due, provisional }: Pick<Duty, 'due' | 'provisional'>): string =>
  formatDue({ ...endOf(due), provisional });

export const dutyCard = (directory: Directory, duty: Duty, now: Millis): readonly Line[] => [
  [{ bold: duty.title }],
  `${dutyKinds[duty.kind]} · ${dutyStates[duty.state]}`,
  `${isDutyOverdue(duty, now) ? 'QUÁ HẠN, hạn' : 'Hạn'}: ${dutyDue(duty)}`,
  `Đơn vị thực hiện: ${unitName(directory, duty.unitId)}`,
  ...(duty.holderId === null ? [] : [`Người thực hiện: ${personName(directory, duty.holderId)}`]),
  `Đơn vị xác nhận: ${unitName(directory, duty.owedTo)}`,
  ...(duty.basis === null ? [] : [`Căn cứ: ${duty.basis}`]),
  ...proofLines(directory, duty),
  ...(duty.remark === null ? [] : [`${duty.state === 'cancelled' ? 'Lý do hủy' : 'Chưa đạt'}: ${duty.remark}`]),
];

const proofLines = (directory: Directory, { proof, provedBy, provedAt, decidedBy, state }: Duty): readonly string[] =>
  proof === null || provedAt === null
    ? []
    : [
        upperFirst(`${personName(directory, provedBy)} báo thực hiện lúc ${formatMoment(provedAt)}: ${proof}`),
        ...(state === 'done' ? [`Người xác nhận: ${personName(directory, decidedBy)}`] : []),
      ];

export const dutiesHead = (total: number, from: number): string =>
  `Nhiệm vụ: ${total}${from > 0 ? ` (từ mục ${from + 1})` : ''}.`;

export const dutyLines = (directory: Directory, duty: Duty, now: Millis): readonly Line[] => [
  [{ bold: duty.title }, ` · ${dutyStates[duty.state]}`],
  `${upperFirst(`${isDutyOverdue(duty, now) ? 'QUÁ HẠN, ' : ''}hạn`)}: ${dutyDue(duty)} · ${unitName(directory, duty.unitId)}`,
];

/** Its unit, or the one it is owed to, has ended. */
export const passedDutyLines = (directory: Directory, before: Duty, after: Duty): readonly Line[] => [
  [{ bold: after.title }],
  ...(before.unitId === after.unitId
    ? []
    : [
        `${unitName(directory, after.unitId)} nay thực hiện kiến nghị này thay ${unitName(directory, before.unitId)} đã kết thúc hoạt động.`,
      ]),
  ...(before.owedTo === after.owedTo
    ? []
    : [`Đơn vị xác nhận: ${unitName(directory, after.owedTo)}, kế thừa ${unitName(directory, before.owedTo)}.`]),
  `Thời hạn giữ nguyên: ${dutyDue(after)}.`,
];

/** To those who hear of an act. */
export const dutyTold = (
  directory: Directory,
  duty: Duty,
  did: { readonly act: DutyAct; readonly actor: PersonId; readonly words: string },
): readonly Line[] => [
  upperFirst(`${personName(directory, did.actor)} ${told[did.act]}:`),
  [{ bold: duty.title }],
  ...(did.words === '' ? [] : [`${did.act === 'prove' ? 'Kết quả' : 'Lý do'}: ${did.words}`]),
  ...(did.act === 'assign' ? [`Người thực hiện: ${personName(directory, duty.holderId)}`] : []),
  `${unitName(directory, duty.unitId)} · hạn ${dutyDue(duty)}.`,
  ...(did.act === 'prove' ? ['Đề nghị ông/bà xem và xác nhận.'] : []),
];

const told: Readonly<Record<DutyAct, string>> = {
  prove: 'báo đã thực hiện nhiệm vụ',
  assign: 'đã phân công nhiệm vụ',
  confirm: 'đã xác nhận hoàn thành nhiệm vụ',
  reject: 'đánh giá chưa đạt, đề nghị thực hiện tiếp nhiệm vụ',
  cancel: 'đã hủy nhiệm vụ',
};

/** To those who owe it, when it comes into being. */
export const newDutyLines = (directory: Directory, duty: Duty): readonly Line[] => [
  `Nhiệm vụ mới của ${unitName(directory, duty.unitId)}:`,
  [{ bold: duty.title }],
  `Hạn: ${dutyDue(duty)}. Nơi nhận: ${unitName(directory, duty.owedTo)}.`,
  ...(duty.basis === null ? [] : [`Căn cứ: ${duty.basis}`]),
  'Thực hiện xong, đề nghị ông/bà bấm Báo đã thực hiện.',
];

export const movedDutyLines = (directory: Directory, duty: Duty): readonly Line[] => [
  `Lịch làm việc thay đổi, hạn của nhiệm vụ được tính lại:`,
  [{ bold: duty.title }],
  `${unitName(directory, duty.unitId)} · hạn mới: ${dutyDue(duty)}.`,
];
