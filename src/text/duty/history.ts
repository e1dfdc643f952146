/** The history of a duty: who did what, and when. */
import type { Directory } from '#domain/directory/directory.ts';
import type { DutyFactKind } from '#domain/duty/decide.ts';
import { endOf } from '#domain/request/clock.ts';
import type { Millis } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { formatDue, formatMoment } from '../calendar/dates.ts';
import { personName, unitName } from '../request/card.ts';
import { inPlaceOf } from '../request/history.ts';

export type DutyHistoryFact = {
  readonly at: Millis;
  readonly kind: DutyFactKind;
  readonly actorId: number | null;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
};

export const dutyHistory = (
  directory: Directory,
  title: string,
  facts: readonly DutyHistoryFact[],
): readonly Line[] => [
  [{ bold: `Lịch sử: ${title}` }],
  ...facts.map((fact) => {
    const who =
      fact.actorId === null ? 'Hệ thống' : `${personName(directory, fact.actorId)}${inPlaceOf(directory, fact.data)}`;
    return `${formatMoment(fact.at)} · ${who}: ${sentences[fact.kind](fact.data, directory)}`;
  }),
];

type Data = DutyHistoryFact['data'];

const sentences: Readonly<Record<DutyFactKind, (data: Data, directory: Directory) => string>> = {
  duty_created: () => 'giao nhiệm vụ.',
  duty_assigned: ({ to }, directory) => `phân công ${personName(directory, Number(to))}.`,
  duty_muted: ({ until, reason }) => `tạm dừng nhắc đến ${formatMoment(Number(until))}. Lý do: ${String(reason)}`,
  duty_postponed: ({ until, reason }) => `hẹn nhắc lại lúc ${formatMoment(Number(until))}. Lý do: ${String(reason)}`,
  duty_unmuted: () => 'nhắc trở lại.',
  duty_proved: ({ words, late }) => `báo đã thực hiện${late === true ? ' (quá hạn)' : ''}. Kết quả: ${String(words)}`,
  duty_confirmed: () => 'xác nhận hoàn thành.',
  duty_rejected: ({ reason }) => `đánh giá chưa đạt. Lý do: ${String(reason)}`,
  duty_cancelled: ({ reason }) => `hủy nhiệm vụ. Lý do: ${String(reason)}`,
  duty_moved: ({ from, to }) => `lịch làm việc thay đổi, hạn chuyển từ ${dueOf(from)} sang ${dueOf(to)}.`,
  duty_handed: ({ unit, owedTo, checker }, directory) =>
    [
      typeof unit === 'number' ? `chuyển sang ${unitName(directory, unit)}, đơn vị kế thừa` : '',
      typeof owedTo === 'number' ? `nơi nhận kết quả: ${unitName(directory, owedTo)}, đơn vị kế thừa` : '',
      typeof checker === 'number' ? `người kiểm tra kết quả: ${personName(directory, checker)}` : '',
    ]
      .filter((part) => part !== '')
      .join('; ')
      .concat('.'),
  duty_followed: ({ words, passed }) =>
    `${passed === true ? 'xác nhận hoàn thành' : 'đánh giá chưa đạt'}. ${String(words)}`,
  duty_reminded: ({ people }, directory) =>
    `nhắc ${String(people)
      .split(',')
      .filter((id) => id !== '')
      .map((id) => personName(directory, Number(id)))
      .join(', ')}.`,
};

const dueOf = (due: Data[string] | undefined): string => formatDue(endOf(Number(due)));
