/** The history in words: who, when, from, to, why. */
import type { Directory } from '#domain/directory/directory.ts';
import type { SilenceOutcome } from '#domain/reference.ts';
import { endOf } from '#domain/request/clock.ts';
import type { FactKind, FactValue } from '#domain/request/decision.ts';
import type { ReminderKind } from '#domain/request/reminders.ts';
import type { PartState, Position, RequestState, Urgency } from '#domain/request/request.ts';
import type { Line } from '#message/outbound.ts';
import { formatDate, formatDue, formatMoment } from '#text/calendar/dates.ts';
import { addressOf } from '../people/address.ts';
import { personName, unitName } from './card.ts';
import { silenceOutcomes } from './reminders.ts';
import { partStates, positions, requestStates, urgencies } from './words.ts';

export type HistoryFact = {
  readonly kind: FactKind;
  readonly at: number;
  readonly actorId: number | null;
  readonly channel: string | null;
  readonly unitId: number | null;
  readonly data: Readonly<Record<string, FactValue>>;
};

const names: Readonly<Record<FactKind, string>> = {
  filed: 'lập và gửi đề nghị',
  undone: 'hoàn tác trước khi gửi đi',
  sent: 'đề nghị đã tới các đơn vị',
  received: 'tiếp nhận',
  assigned: 'phân công',
  submitted: 'trình duyệt dự thảo trả lời',
  approved: 'duyệt trả lời',
  self_issued: 'trả lời',
  draft_returned: 'trả lại dự thảo',
  replacement_submitted: 'trình duyệt dự thảo trả lời thay thế',
  asked_again: 'đề nghị trả lời lại',
  extension_asked: 'đề nghị gia hạn',
  extension_agreed: 'đồng ý gia hạn',
  extension_refused: 'không đồng ý gia hạn',
  completion_asked: 'đề nghị bổ sung, thời hạn tạm dừng',
  completed: 'bổ sung, thời hạn chạy tiếp',
  pause_over: 'hủy phần việc vì chờ bổ sung quá thời gian cho phép',
  handover_asked: 'đề nghị chuyển đơn vị, chờ lãnh đạo chủ trì',
  handover_refused: 'không đồng ý chuyển đơn vị',
  handed_on: 'chuyển đơn vị khác',
  succeeded: 'đơn vị đã kết thúc, chuyển đơn vị kế thừa',
  asking_succeeded: 'đơn vị chủ trì đã kết thúc, đơn vị kế thừa chủ trì',
  urged: 'đôn đốc',
  urgency_changed: 'đổi mức độ khẩn',
  unit_added: 'thêm đơn vị phối hợp',
  unit_dropped: 'thôi đề nghị đơn vị này',
  left_out: 'tổng hợp không chờ đơn vị này',
  withdrawn: 'rút đề nghị',
  reopened: 'mở lại',
  synthesised: 'tổng hợp ý kiến',
  closed: 'kết thúc',
  answer_recorded: 'ghi nhận văn bản trả lời',
  arrival_recorded: 'ghi ngày văn bản đến',
  watcher_added: 'thêm người theo dõi',
  exchanged: 'trao đổi',
  number_entered: 'nhập số, ký hiệu',
  silence: 'hết hạn trả lời mà chưa có trả lời',
  recounted: 'tính lại thời hạn',
  reminded: 'nhắc việc',
  notice_received: 'đã nhận thông báo',
  reminder_muted: 'tạm dừng nhận nhắc việc',
  reminder_postponed: 'hoãn nhắc việc',
  reminder_unmuted: 'nhận nhắc việc trở lại',
};

export const historyLines = (directory: Directory, code: string, facts: readonly HistoryFact[]): readonly Line[] => [
  [{ bold: `Lịch sử ${code}` }],
  ...facts.flatMap((fact) => factLines(directory, fact)),
];

/** When and who, then what. */
export const factLines = (directory: Directory, fact: HistoryFact): readonly [string, string] => {
  const who =
    fact.actorId === null ? 'Hệ thống' : `${actor(directory, fact.actorId)}${inPlaceOf(directory, fact.data)}`;
  const unit = fact.unitId === null ? '' : ` · ${unitName(directory, fact.unitId)}`;
  const change = changeOf(fact.data);
  return [
    `${formatMoment(fact.at)} · ${who}${unit}`,
    `   ${names[fact.kind]}${change}${details(directory, fact)}${fact.channel === null ? '' : ` (${channelName(fact.channel)})`}`,
  ];
};

const actor = (directory: Directory, id: number): string => {
  const person = directory.people.get(id);
  return person === undefined ? 'chưa rõ' : `${addressOf(person)} (${person.title})`;
};

/** Whoever stood in for another is named with him. */
export const inPlaceOf = (directory: Directory, { for: principal }: HistoryFact['data']): string =>
  typeof principal === 'number' ? ` thay ${personName(directory, principal)}` : '';

const changeOf = ({ from, to }: HistoryFact['data']): string => {
  if (typeof to !== 'string') return '';
  return typeof from === 'string' ? `: ${stateName(from)} → ${stateName(to)}` : `: ${stateName(to)}`;
};

const stateName = (state: string): string => {
  // Both tables are asked, since a fact is of the request or of a part.
  const all: Readonly<Record<string, string>> = { ...requestStates, ...partStates };
  const known: Partial<Record<PartState | RequestState, string>> = all;
  return known[state as PartState | RequestState] ?? '';
};

const urgencyName = (value: FactValue | undefined): string =>
  typeof value === 'string' && value in urgencies ? urgencies[value as Urgency] : ''; // asked for on the left

const details = (directory: Directory, fact: HistoryFact): string => {
  const said = DETAILS.map((detail) => detail(fact, directory)).filter((text) => text !== '');
  return said.length === 0 ? '' : `; ${said.join('; ')}`;
};

/** What may be told of a fact beside its kind, in the order of telling; each says nothing where it does not apply. */
const DETAILS: readonly ((fact: HistoryFact, directory: Directory) => string)[] = [
  ({ data: { position } }) =>
    typeof position === 'string' && position in positions ? positions[position as Position] : '', // asked for on the left
  ({ kind, data: { signer } }, directory) =>
    kind === 'filed' && typeof signer === 'number' ? `lập thay ${personName(directory, signer)}` : '',
  ({ data }) => (data.late === true ? 'quá hạn' : ''),
  ({ kind, data }) => (kind === 'silence' ? silenceIn(data) : ''),
  ({ kind, data }, directory) => (kind === 'reminded' ? reminded(directory, data) : ''),
  ({ kind, data: { reason } }) =>
    typeof reason === 'string' && reason !== '' ? `${reasonNames[kind] ?? 'lý do'}: ${reason}` : '',
  ({ data: { unit } }, directory) => (typeof unit === 'number' ? unitName(directory, unit) : ''),
  ({ kind, data }) => (kind === 'urgency_changed' ? `${urgencyName(data.before)} → ${urgencyName(data.after)}` : ''),
  ({ data: { until } }) => (typeof until === 'number' ? `đến ${formatDue(endOf(until))}` : ''),
  ({ kind, data }) => (kind === 'recounted' ? recounted(data) : ''),
  ({ data }) => (typeof data.number === 'string' ? documentOf(data) : ''),
  ({ data: { person } }, directory) => (typeof person === 'number' ? personName(directory, person) : ''),
  ({ kind, data: { to } }, directory) =>
    kind === 'assigned' && typeof to === 'number' ? `cho ${personName(directory, to)}` : '',
];

/** What the words given with an act are, where they are not a reason. */
const reasonNames: Partial<Record<FactKind, string>> = {
  completion_asked: 'cần bổ sung',
  completed: 'nội dung',
  synthesised: 'nhận xét',
  closed: 'kết quả',
  exchanged: 'nội dung',
};

const recounted = ({ before, due, provisional }: HistoryFact['data']): string =>
  [formatDue(endOf(Number(before))), formatDue({ ...endOf(Number(due)), provisional: provisional === true })].join(
    ' → ',
  );

const silenceIn = ({ outcome, clause }: HistoryFact['data']): string => {
  const name = String(outcome);
  if (!(name in silenceOutcomes)) return '';
  return silenceOutcomes[name as SilenceOutcome](typeof clause === 'string' ? clause : null); // asked for above
};

const documentOf = ({ number, date, signer }: HistoryFact['data']): string =>
  [
    `văn bản ${String(number)}`,
    `ngày ${formatDate(String(date))}`,
    ...(typeof signer === 'string' ? [`do ${signer} ký`] : []),
  ].join(' ');

const reminded = (directory: Directory, { rung, people }: HistoryFact['data']): string => {
  const names = String(people ?? '')
    .split(',')
    .filter((id) => id !== '')
    .map((id) => personName(directory, Number(id)));
  return [rungs[String(rung)] ?? '', ...(names.length === 0 ? [] : [`gửi ${names.join(', ')}`])]
    .filter((text) => text !== '')
    .join(', ');
};

const rungs: Readonly<Record<string, string>> = {
  receipt: 'chưa tiếp nhận',
  before: 'sắp đến hạn trả lời',
  today: 'đến hạn trả lời',
  overdue: 'quá hạn trả lời',
} satisfies Record<ReminderKind, string>;

const channelName = (channel: string): string => channelNames[channel] ?? 'kênh khác';

const channelNames: Readonly<Record<string, string>> = {
  telegram: 'Telegram',
  'zalo-oa': 'Zalo OA',
  'zalo-bot': 'Zalo Bot',
  web: 'trang thử',
};
