/** Reminders in words. */
import type { Directory } from '#domain/directory/directory.ts';
import { type Reference, regulationOf, type SilenceOutcome } from '#domain/reference.ts';
import { answerEnd, receiptEnd } from '#domain/request/clock.ts';
import type { DigestKind } from '#domain/request/digest.ts';
import type { ReminderKind } from '#domain/request/reminders.ts';
import type { Part, Request } from '#domain/request/request.ts';
import { dateOf, type IsoDate, type Millis } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { formatDate, formatDateWithWeekday, formatDue } from '#text/calendar/dates.ts';
import { personName, unitName } from './card.ts';
import { partStates } from './words.ts';

export const reminderHead = (count: number): string =>
  count === 1 ? 'Nhắc việc' : `Nhắc việc: ${count} việc cần xử lý`;

export const moreLine = (left: number): string => `Và ${left} việc khác. Chọn “Xem tiếp” để xem đủ.`;

/** Above those that a message of reminders only counted. */
export const restHead = (count: number): string => `Nhắc việc (tiếp): còn ${count} việc`;

export const digestHead = (day: IsoDate): string => `Việc ngày ${formatDateWithWeekday(day)}`;

export const digestHeads: Readonly<Record<DigestKind, string>> = {
  late: 'Quá hạn',
  due_today: 'Đến hạn hôm nay',
  due_soon: 'Đến hạn trong 3 ngày làm việc',
  waits: 'Đang chờ ông/bà',
};

export const digestLine = (directory: Directory, request: Request, part: Part): Line => [
  { bold: request.code },
  ` · ${unitName(directory, part.unitId)} · ${partStates[part.state]} · ${due(part)} · ${request.subject}`,
];

export type Saying = {
  /** The reader is of the unit that owes the answer, or leads it. */
  readonly isOurs: boolean;
  readonly kind: ReminderKind | 'silence';
  /** Overdue reminders before this one. */
  readonly said: readonly { readonly at: Millis; readonly people: readonly number[] }[];
};

export const reminderLines = (
  reference: Reference,
  request: Request,
  part: Part,
  { kind, said, isOurs }: Saying,
): readonly Line[] => {
  const { directory } = reference;
  return [
    [{ bold: request.code }, ` · ${unitName(directory, part.unitId)}`],
    request.subject,
    kind === 'silence' ? silenceLine(reference, request, part) : sentenceFor(kind, part, isOurs),
    ...(kind === 'overdue' && said.length > 0 ? [saidLine(directory, said)] : []),
  ];
};

const due = (part: Part): string => formatDue(answerEnd(part));

/** The asking side and the coordinator are told how it stands, and not to answer. */
const sentenceFor = (kind: ReminderKind, part: Part, isOurs: boolean): string => {
  if (isOurs) return sentences[kind](part);
  return kind === 'overdue'
    ? `Đã quá hạn trả lời (${due(part)}) mà chưa có trả lời. Đề nghị xem xét, đôn đốc đơn vị.`
    : `Hạn trả lời của đơn vị: ${due(part)}.`;
};

const sentences: Readonly<Record<ReminderKind, (part: Part) => string>> = {
  receipt: (part) => `Chưa tiếp nhận; hạn tiếp nhận ${formatDue(receiptEnd(part))}. Đề nghị tiếp nhận ngay.`,
  before: (part) => `Hạn trả lời: ${due(part)}. Đề nghị hoàn thành trước hạn.`,
  today: (part) => `Hôm nay là hạn trả lời: ${due(part)}.`,
  overdue: (part) => `Đã quá hạn trả lời (${due(part)}). Đề nghị trả lời ngay.`,
};

/**
 * What was done before, for whoever hears of it now for the first time: each reminder that reached somebody new, and the
 * latest. Those between say nothing more, and an urgent matter has four a day.
 */
const saidLine = (directory: Directory, said: Saying['said']): string => {
  const known = new Set<number>();
  const steps = said.filter(({ people }) => {
    const isNew = people.some((id) => !known.has(id));
    for (const id of people) known.add(id);
    return isNew;
  });
  const last = said.at(-1);
  const words = [
    ...steps.map(
      ({ at, people }) => `${formatDate(dateOf(at))} (${people.map((id) => personName(directory, id)).join(', ')})`,
    ),
    ...(last === undefined || steps.includes(last) ? [] : [`gần nhất ${formatDate(dateOf(last.at))}`]),
  ];
  return `Đã nhắc ${said.length} lần: ${words.join('; ')}.`;
};

const silenceLine = (reference: Reference, request: Request, part: Part): string => {
  const regulation = regulationOf(reference, request);
  // Consent is deemed only where it was written so: the part's state says it.
  const outcome: SilenceOutcome =
    part.state === 'silent' || regulation.silence === 'none' ? regulation.silence : 'escalate';
  return `Hết hạn trả lời (${due(part)}) mà chưa có trả lời. ${silenceOutcomes[outcome](regulation.clause)}`;
};

export const silenceOutcomes: Readonly<Record<SilenceOutcome, (clause: string | null) => string>> = {
  deemed_agreed: (clause) =>
    `Coi như thống nhất theo ${clause ?? 'Quy chế'}. Trả lời sau đó được lưu là trả lời quá hạn.`,
  proceed_and_report: (clause) =>
    `Bên đề nghị tiếp tục thực hiện và báo cáo${clause === null ? '' : ` theo ${clause}`}. Trả lời sau đó được lưu là trả lời quá hạn.`,
  escalate: () => 'Việc được ghi quá hạn và báo lãnh đạo, cán bộ thường trực Quy chế.',
  none: () => 'Việc được ghi quá hạn.',
};
