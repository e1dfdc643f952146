/** Names of what inspection teams are and do. */
import type { TeamAct } from '#domain/team/acts.ts';
import type { TeamKind, TeamRole, TeamState } from '#domain/team/team.ts';

export const teamKinds: Readonly<Record<TeamKind, string>> = { check: 'kiểm tra', inspection: 'thanh tra' };

/** In numbers of papers: `18/BB-ĐKT`. */
export const teamSymbols: Readonly<Record<TeamKind, string>> = { check: 'ĐKT', inspection: 'ĐTTr' };

export const teamStates: Readonly<Record<TeamState, string>> = {
  planned: 'trong kế hoạch',
  decided: 'đã có quyết định',
  running: 'đang tiến hành',
  minuted: 'đã có biên bản',
  ended: 'đã kết thúc',
  cancelled: 'đã hủy',
};

export const teamRoles: Readonly<Record<TeamRole, string>> = {
  leader: 'Trưởng đoàn',
  deputy: 'Phó trưởng đoàn',
  secretary: 'Thư ký',
  member: 'Thành viên',
};

export const teamActLabels: Readonly<Record<TeamAct, string>> = {
  decide: 'Ban hành quyết định',
  announce: 'Công bố quyết định',
  attend: 'Có mặt',
  check_item: 'Nội dung kiểm tra',
  evidence: 'Gửi ảnh, tệp',
  add_finding: 'Thêm kiến nghị',
  draft_minutes: 'Lập biên bản',
  read_minutes: 'Đọc biên bản',
  rework_minutes: 'Sửa lại biên bản',
  give_opinion: 'Ý kiến về biên bản',
  enterprise_opinion: 'Ý kiến doanh nghiệp',
  lock_minutes: 'Khóa biên bản',
  number_minutes: 'Nhập số biên bản',
  attach_scan: 'Gắn bản đã ký',
  add_addendum: 'Lập phụ lục',
  end: 'Kết thúc đoàn',
  tie: 'Gắn nhóm này',
  untie: 'Gỡ nhóm',
  reschedule: 'Đổi lịch',
  change_members: 'Thay đổi thành viên',
  cancel: 'Hủy đoàn',
  succeed: 'Chọn đơn vị kế thừa',
};
