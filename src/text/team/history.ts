/** The history of a team in words: who, when, from, to, why. */
import type { Directory } from '#domain/directory/directory.ts';
import type { TeamFactKind } from '#domain/team/decision.ts';
import { TEAM_ROLES } from '#domain/team/team.ts';
import type { Line } from '#message/outbound.ts';
import { formatDate, formatMoment } from '#text/calendar/dates.ts';
import { personName } from '#text/request/card.ts';
import { inPlaceOf } from '#text/request/history.ts';
import { upperFirst } from '#text/request/words.ts';
import { itemStates } from './items.ts';
import { succeededWords } from './succession.ts';
import { teamRoles, teamStates } from './words.ts';

export type TeamFactShown = {
  readonly kind: TeamFactKind;
  readonly at: number;
  readonly actorId: number | null;
  readonly channel: string | null;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
};

const names: Readonly<Record<TeamFactKind, string>> = {
  planned: 'lập kế hoạch đoàn',
  decided: 'ban hành quyết định',
  cancelled: 'hủy đoàn',
  tied: 'gắn nhóm trò chuyện',
  untied: 'gỡ nhóm trò chuyện',
  group_moved: 'nhóm trò chuyện được nâng cấp',
  group_renamed: 'nhóm trò chuyện đổi tên',
  group_left: 'Trợ lý bị đưa ra khỏi nhóm',
  member_left: 'rời nhóm trò chuyện, vẫn giữ vai trò',
  members_changed: 'thay đổi thành viên đoàn',
  group_rights: 'quyền đọc tin của Trợ lý trong nhóm thay đổi',
  announced: 'công bố quyết định',
  attended: 'có mặt',
  rescheduled: 'đổi lịch',
  item_marked: 'ghi kết quả',
  item_remarked: 'ghi nhận xét',
  item_assigned: 'phân công',
  evidence_added: 'gửi ảnh, tệp, vị trí',
  finding_added: 'thêm kiến nghị',
  minutes_drafted: 'lập biên bản',
  minutes_read: 'đọc biên bản',
  minutes_reworked: 'sửa lại biên bản',
  opinion_given: 'cho ý kiến về biên bản',
  enterprise_opinion: 'ghi ý kiến của doanh nghiệp',
  minutes_locked: 'khóa biên bản',
  minutes_numbered: 'nhập số biên bản',
  scan_attached: 'gắn bản đã ký',
  addendum_added: 'lập phụ lục',
  unit_succeeded: 'chọn đơn vị kế thừa ra quyết định',
  member_unit_succeeded: 'thuộc đơn vị kế thừa',
  ended: 'kết thúc đoàn',
};

export const teamHistoryLines = (directory: Directory, facts: readonly TeamFactShown[]): readonly Line[] =>
  facts.map((fact) => {
    const { kind, at, actorId, data } = fact;
    if (actorId === null) return `${formatMoment(at)}: ${happened(directory, fact)}`;
    const details = detailsOf(directory, kind, data);
    return `${formatMoment(at)}: ${personName(directory, actorId)}${inPlaceOf(directory, data)} ${names[kind]}${details === '' ? '' : ` (${details})`}`;
  });

/** What nobody of the team did, as a sentence of its own. */
const happened = (directory: Directory, { kind, data }: TeamFactShown): string => {
  switch (kind) {
    case 'group_renamed':
      return `Nhóm trò chuyện đổi tên thành "${String(data.to)}"`;
    case 'group_left':
      return 'Trợ lý bị đưa ra khỏi nhóm trò chuyện';
    case 'group_rights':
      if (data.readsAll === null) return 'Ứng dụng trò chuyện không cho biết quyền đọc tin của Trợ lý trong nhóm';
      return data.readsAll === true
        ? 'Trợ lý đọc được mọi tin trong nhóm trò chuyện'
        : 'Trợ lý chỉ đọc được tin gửi cho mình trong nhóm trò chuyện';
    case 'unit_succeeded':
      return `Đơn vị ra quyết định đã kết thúc hoạt động: ${succeeded(directory, data)}`;
    case 'member_unit_succeeded':
      return `Đơn vị của ${personName(directory, Number(data.person))} đã kết thúc hoạt động: ${succeeded(directory, data)}`;
    case 'member_left':
      return upperFirst(`${personName(directory, Number(data.person))} ${names.member_left}`);
    default: {
      const details = detailsOf(directory, kind, data);
      return upperFirst(`${names[kind]}${details === '' ? '' : ` (${details})`}`);
    }
  }
};

const detailsOf = (directory: Directory, kind: TeamFactKind, data: TeamFactShown['data']): string => {
  const parts = [
    data.item === undefined ? '' : `mục ${data.item}`,
    data.number === undefined ? '' : `số ${data.number}`,
    kind === 'item_assigned' ? personName(directory, Number(data.to)) : movedOf(data),
    data.person === undefined ? '' : personName(directory, Number(data.person)),
    kind === 'members_changed' ? changedMember(directory, data) : '',
    kind === 'unit_succeeded' ? succeeded(directory, data) : '',
    data.agrees === true ? 'đồng ý' : '',
    data.agrees === false ? 'có ý kiến khác' : '',
    typeof data.ground === 'string' ? `ngoại lệ: ${data.ground}, văn bản số ${data.groundNumber}` : '',
    typeof data.reason === 'string' ? `lý do: ${data.reason}` : '',
    typeof data.words === 'string' ? data.words : '',
    typeof data.due === 'string' ? `hạn ${formatDate(data.due)}` : '',
    typeof data.result === 'string' ? data.result : '',
  ];
  return parts.filter((part) => part !== '').join('; ');
};

const succeeded = (directory: Directory, { fromUnit, unit }: TeamFactShown['data']): string =>
  succeededWords(directory, { from: Number(fromUnit), to: Number(unit) });

/** Who went or had which role, and who came or has which now. */
const changedMember = (directory: Directory, data: TeamFactShown['data']): string => {
  const shown = (person: unknown, role: unknown): string => {
    const known = TEAM_ROLES.find((one) => one === role);
    if (typeof person !== 'number' || known === undefined) return '';
    return `${personName(directory, person)}, ${teamRoles[known].toLowerCase()}`;
  };
  return [shown(data.oldPerson, data.oldRole), shown(data.newPerson, data.newRole)]
    .filter((part) => part !== '')
    .join(' → ');
};

/** From what to what, in words where they are states or days. */
const movedOf = ({ from, to }: TeamFactShown['data']): string => {
  const [old, now] = [named(from), named(to)];
  if (now === '') return '';
  return old === '' ? now : `${old} → ${now}`;
};

const named = (value: TeamFactShown['data'][string] | undefined): string => {
  if (typeof value !== 'string') return '';
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value);
  const all: Readonly<Record<string, string>> = { ...teamStates, ...itemStates };
  // Words that people wrote stay as they are.
  return all[value]?.toLowerCase() ?? value;
};
