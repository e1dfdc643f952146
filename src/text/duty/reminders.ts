/** Reminders of duties in words. */
import type { Directory } from '#domain/directory/directory.ts';
import type { Duty } from '#domain/duty/duty.ts';
import type { DutyReminder } from '#domain/duty/reminders.ts';
import type { Line } from '#message/outbound.ts';
import { unitName } from '../request/card.ts';
import { dutyDue } from './card.ts';
import { dutyStates } from './words.ts';

export const dutyReminderLines = (
  directory: Directory,
  duty: Duty,
  { kind, isOurs }: { readonly kind: DutyReminder; readonly isOurs: boolean },
): readonly Line[] => [
  [{ bold: duty.title }, ` · ${unitName(directory, duty.unitId)}`],
  isOurs ? ours[kind](dutyDue(duty)) : others[kind](dutyDue(duty)),
];

/** A line of the morning list. */
export const dutyDigestLine = (directory: Directory, duty: Duty): Line => [
  { bold: duty.title },
  ` · ${unitName(directory, duty.unitId)} · ${dutyStates[duty.state]} · ${dutyDue(duty)}`,
];

const ours: Readonly<Record<DutyReminder, (due: string) => string>> = {
  before: (due) => `Hạn thực hiện: ${due}. Đề nghị hoàn thành trước hạn.`,
  today: (due) => `Hôm nay là hạn thực hiện: ${due}.`,
  overdue: (due) => `Đã quá hạn thực hiện (${due}). Đề nghị thực hiện và báo ngay.`,
};

/** Whoever it is owed to is told how it stands, and not to do it. */
const others: Readonly<Record<DutyReminder, (due: string) => string>> = {
  before: (due) => `Hạn thực hiện của đơn vị: ${due}.`,
  today: (due) => `Hôm nay là hạn thực hiện của đơn vị: ${due}.`,
  overdue: (due) => `Đơn vị đã quá hạn thực hiện (${due}). Đề nghị xem xét, đôn đốc.`,
};
