/** The card of a request: what it is, what each unit owes and when, for a phone screen. */

import type { Directory, PersonId, UnitId } from '#domain/directory/directory.ts';
import type { Insight } from '#domain/permission/insight.ts';
import type { Reference } from '#domain/reference.ts';
import { answerEnd, endOf, receiptEnd } from '#domain/request/clock.ts';
import {
  askedExtension,
  type Dossier,
  isOverdue,
  type OfficialDocument,
  type Part,
  type Request,
} from '#domain/request/request.ts';
import type { Millis } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { formatDate, formatDue, formatMoment } from '#text/calendar/dates.ts';
import { addressOf } from '../people/address.ts';
import { documentName, extraLines } from './filing-more.ts';
import { partStates, positions, requestStates, requestTypes, upperFirst, urgencies } from './words.ts';

/** A section is named with the unit it belongs to: "Phòng Đầu tư" is found in many places. */
export const unitName = (directory: Directory, id: UnitId): string => {
  const unit = directory.units.get(id);
  const parent = unit?.kind === 'section' && unit.parentId !== null ? directory.units.get(unit.parentId) : undefined;
  if (unit === undefined) return 'đơn vị';
  return parent === undefined ? unit.name : `${unit.name}, ${parent.shortName}`;
};

/** A few by name, the rest by number: forty names fit no phone. */
export const unitNames = (directory: Directory, ids: readonly UnitId[], most: number): string => {
  const named = ids.length <= most + 1 ? ids : ids.slice(0, most);
  const names = named.map((id) => unitName(directory, id)).join(', ');
  return named.length === ids.length ? names : `${names} và ${ids.length - named.length} đơn vị khác`;
};

/** For buttons: the name, unless it would not fit a phone's width. */
export const unitLabel = (directory: Directory, id: UnitId): string => {
  const unit = directory.units.get(id);
  if (unit === undefined) return 'đơn vị';
  return unit.name.length <= LONGEST_LABEL ? unit.name : unit.shortName;
};

const LONGEST_LABEL = 32;

/** `bà Trần Thị Lan`: as officials speak of each other. */
export const personName = (directory: Directory, id: PersonId | null): string => {
  const person = id === null ? undefined : directory.people.get(id);
  return person === undefined ? 'chưa rõ' : addressOf(person);
};

export type Viewer = { readonly now: Millis; readonly insight: Insight };

export const requestCard = (reference: Reference, { request, parts }: Dossier, viewer: Viewer): readonly Line[] => [
  [{ bold: request.code }, ` · ${urgencies[request.urgency]} · ${requestStates[request.state]}`],
  ...requestLines(reference, request, viewer),
  '',
  ...parts.flatMap((part) => partLines(reference, request, part, viewer)),
  ...(viewer.insight.content ? outcomeLines(request) : []),
];

/** What came of it: for those who see its content. */
export const outcomeLines = ({ synthesis, result }: Request): readonly Line[] => [
  ...(synthesis === null ? [] : ['', ...labelled('Tổng hợp', synthesis)]),
  ...(result === null ? [] : labelled('Kết quả', result)),
];

/** One unit's part, under the code and subject it belongs to. */
export const partCard = (reference: Reference, { request }: Dossier, part: Part, viewer: Viewer): readonly Line[] => [
  [{ bold: request.code }, ` · ${urgencies[request.urgency]}`],
  `Trích yếu: ${request.subject}`,
  '',
  ...partLines(reference, request, part, viewer),
];

export const requestLines = (reference: Reference, request: Request, { insight }: Viewer): readonly Line[] => {
  const { directory } = reference;
  const zone = request.zoneId === null ? undefined : reference.zones.get(request.zoneId);
  const field = reference.fields.get(request.fieldId);
  const enterprise = request.enterpriseId === null ? undefined : reference.enterprises.get(request.enterpriseId);
  return [
    `Trích yếu: ${request.subject}`,
    `Chủ trì: ${askingName(directory, request)} (${filerName(directory, request)})`,
    ...(zone === undefined ? [] : [`Khu: ${zone.name}`]),
    ...(enterprise === undefined ? [] : [`Doanh nghiệp: ${enterprise.name} (${enterprise.taxCode})`]),
    `Lĩnh vực: ${field?.name ?? 'chưa rõ'}`,
    `Loại: ${requestTypes[request.type]}`,
    ...(insight.content ? contentLines(request) : []),
    `Gửi lúc ${formatMoment(request.filedAt)}`,
  ];
};

/** Both names where another unit asks in the place of one that has ended. */
const askingName = (directory: Directory, { askingUnitId, filedUnitId }: Request): string =>
  filedUnitId === null
    ? unitName(directory, askingUnitId)
    : `${unitName(directory, askingUnitId)}, kế thừa ${unitName(directory, filedUnitId)}`;

/** Both names where one filed for another. */
const filerName = (directory: Directory, { filerId, signerId }: Request): string =>
  signerId === null
    ? personName(directory, filerId)
    : `${personName(directory, filerId)} lập thay ${personName(directory, signerId)}`;

const contentLines = ({ docNumber, docDate, extra, content }: Request): readonly Line[] => [
  ...(docNumber === null ? [] : [`Văn bản: ${documentName(docNumber, docDate)}`]),
  ...extraLines(extra),
  ...(content === '' ? [] : labelled('Nội dung', content)),
];

const labelled = (label: string, text: string): readonly string[] => {
  const [first = '', ...rest] = text.split('\n');
  return [`${label}: ${first}`, ...rest];
};

/** Its first line names the unit and the state. */
export const partLines = (reference: Reference, request: Request, part: Part, viewer: Viewer): readonly Line[] => {
  const { directory } = reference;
  const late = isOverdue(part, viewer.now) ? ', quá hạn' : '';
  const name = `${part.ordinal}. ${unitName(directory, part.unitId)}`;
  return [
    [{ bold: name }, `: ${partStates[part.state]}${late}`],
    ...dueLines(part, request, viewer),
    ...(part.holderId === null ? [] : [`   Người xử lý: ${personName(directory, part.holderId)}`]),
    ...(part.answer !== null && viewer.insight.answers(part.unitId) ? answerLines(part) : []),
    ...(part.draft !== null && viewer.insight.inside(part.unitId) ? draftLines(part) : []),
  ];
};

const dueLines = (part: Part, request: Request, { insight }: Viewer): readonly string[] => {
  const due = formatDue(answerEnd(part));
  switch (part.state) {
    case 'awaiting':
      return [
        `   Hạn tiếp nhận: ${formatDue(receiptEnd(part))}`,
        `   Hạn trả lời (dự kiến): ${due}`,
        ...wantedLine(request, part),
      ];
    case 'accepted':
    case 'drafted':
      return [`   Hạn trả lời: ${due}`, ...wantedLine(request, part), ...extensionLine(part)];
    case 'returned':
      return [
        ...(insight.between(part.unitId) ? [`   Cần bổ sung: ${part.pauses.at(-1)?.missing ?? ''}`] : []),
        '   Thời hạn tạm dừng đến khi bổ sung.',
      ];
    default:
      return [];
  }
};

const extensionLine = (part: Part): readonly string[] => {
  const asked = askedExtension(part);
  return asked === null ? [] : [`   Đang đề nghị gia hạn đến ${formatDue(endOf(asked.until))}`];
};

const wantedLine = (request: Request, part: Part): readonly string[] =>
  request.wantedBy !== null && request.wantedBy < part.due
    ? [`   Mong có trước: ${formatDue(endOf(request.wantedBy))}`]
    : [];

const answerLines = ({ answer, answeredAt }: Part): readonly string[] => {
  if (answer === null) return [];
  const at = answeredAt === null ? '' : `, ${formatMoment(answeredAt)}`;
  const [first = '', ...rest] = answer.words.split('\n');
  return [
    `   Ý kiến: ${positions[answer.position]}${at}${answer.late ? ' (trả lời quá hạn)' : ''}`,
    ...(answer.words === '' ? [] : [`   ${first}`]),
    ...rest.map((line) => `   ${line}`),
    ...(answer.document === null ? [] : [`   Văn bản: ${answerDocument(answer.document)}`]),
  ];
};

const answerDocument = ({ number, date, signer }: OfficialDocument): string =>
  `${number} ngày ${formatDate(date)}${signer === null ? '' : `, ${signer} ký`}`;

export const draftLines = ({ draft }: Part): readonly string[] =>
  draft === null ? [] : [`Dự thảo: ${upperFirst(positions[draft.position])}`, ...draft.words.split('\n')];
