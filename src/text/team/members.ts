/** Members that come, go or change their role after the plan: questions, and what is told. */
import type { Directory, PersonId } from '#domain/directory/directory.ts';
import type { MEMBER_CHANGES } from '#domain/team/members.ts';
import type { Member, TeamRole } from '#domain/team/team.ts';
import type { IsoDate } from '#domain/time.ts';
import type { Line } from '#message/outbound.ts';
import { formatDate } from '#text/calendar/dates.ts';
import { personName, unitName } from '#text/request/card.ts';
import { teamRoles } from './words.ts';

type Kind = (typeof MEMBER_CHANGES)[number];

export const memberChanges: Readonly<Record<Kind, string>> = {
  replace: 'Thay người',
  add: 'Thêm thành viên',
  remove: 'Đưa ra khỏi đoàn',
  role: 'Đổi vai trò',
};

export const memberQuestions = {
  change: { label: 'Thay đổi', ask: ['Ông/bà muốn thay đổi thành phần đoàn thế nào?'] },
  old: { label: 'Thành viên', ask: ['Đối với thành viên nào?'] },
  person: { label: 'Người mới', ask: ['Người mới là ai? Gõ họ tên, có thể kèm tên đơn vị.'] },
  role: { label: 'Vai trò', ask: ['Giữ vai trò gì trong đoàn?'] },
  reason: 'Lý do thay đổi thành viên là gì? Có thể ghi kèm số, ngày văn bản.',
  /** Names alike are told apart by their roles. */
  member: (directory: Directory, { personId, role }: Member): string =>
    `${personName(directory, personId)} (${teamRoles[role].toLowerCase()})`,
} as const;

type Changed = {
  readonly code: string;
  readonly before: readonly Member[];
  readonly after: readonly Member[];
  readonly reason: string;
};

/** What everybody reads: who came, who went, who has another role. */
export const membersChangedLines = (
  directory: Directory,
  { code, before, after, reason }: Changed,
): readonly Line[] => {
  const role = (members: readonly Member[], id: PersonId): TeamRole | undefined =>
    members.find(({ personId }) => personId === id)?.role;
  const gone = before.filter(({ personId }) => role(after, personId) === undefined);
  const others = after.filter(({ personId, role: now }) => role(before, personId) !== now);
  return [
    [{ bold: code }, ': thành phần đoàn đã thay đổi.'],
    ...gone.map(
      (one) => `Thôi tham gia: ${personName(directory, one.personId)} (${teamRoles[one.role].toLowerCase()})`,
    ),
    ...others.map(({ personId, unitId, role: now }) => {
      const was = role(before, personId);
      const name = `${personName(directory, personId)}, ${unitName(directory, unitId)}`;
      return was === undefined ? `${teamRoles[now]} mới: ${name}` : `${teamRoles[was]} → ${teamRoles[now]}: ${name}`;
    }),
    `Lý do: ${reason}`,
  ];
};

export const leftTeam = (code: string): Line => `Ông/bà không còn tham gia đoàn ${code}. Cảm ơn ông/bà.`;
export const roleInTeam = (code: string, role: TeamRole): Line =>
  `Vai trò của ông/bà trong đoàn ${code}: ${teamRoles[role].toLowerCase()}.`;

/** To whoever decides on the team and planned it: somebody in it leaves his unit. */
export const memberLeavesLines = (
  name: string,
  lastDay: IsoDate,
  teams: readonly { readonly code: string; readonly role: TeamRole }[],
): readonly Line[] => [
  [{ bold: name }, `: làm việc tại đơn vị đến hết ngày ${formatDate(lastDay)}, đang tham gia đoàn:`],
  ...teams.map(({ code, role }) => `- ${code}: ${teamRoles[role].toLowerCase()}`),
  teams.some(({ role }) => role === 'leader')
    ? 'Đề nghị lãnh đạo đơn vị ra quyết định mở đoàn, bấm Thay đổi thành viên để cử trưởng đoàn khác; biên bản chỉ trưởng đoàn khóa được.'
    : 'Đề nghị mở đoàn, bấm Thay đổi thành viên để thay người.',
];
