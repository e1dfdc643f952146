/** Words about teams whose deciding unit has ended. */
import type { Directory, UnitId } from '#domain/directory/directory.ts';
import type { Team } from '#domain/team/team.ts';
import type { Line } from '#message/outbound.ts';
import { unitName } from '#text/request/card.ts';

/** The unit that decides, with the name under which the team was ordered. */
export const decidingUnit = (directory: Directory, { unitId, formerUnitId }: Pick<Team, 'unitId' | 'formerUnitId'>) =>
  formerUnitId === null
    ? unitName(directory, unitId)
    : `${unitName(directory, unitId)}, kế thừa ${unitName(directory, formerUnitId)}`;

export const succeededWords = (directory: Directory, { from, to }: { from: UnitId; to: UnitId }): string =>
  `${unitName(directory, to)} kế thừa ${unitName(directory, from)}`;

export const teamPassedLines = (
  directory: Directory,
  { code, from, to }: { readonly code: string; readonly from: UnitId; readonly to: UnitId },
  reason: string | null,
): readonly Line[] => [
  [{ bold: code }, `: ${succeededWords(directory, { from, to })}, nay là đơn vị ra quyết định của đoàn.`],
  ...(reason === null ? [] : [`Lý do: ${reason}`]),
  'Quyết định, thành phần, lịch và kiến nghị của đoàn giữ nguyên.',
];

export const chooseTeamHeirLines = (
  directory: Directory,
  { code, unitId }: Pick<Team, 'code' | 'unitId'>,
  hasHeirs: boolean,
): readonly Line[] => [
  [
    `${unitName(directory, unitId)} đã kết thúc hoạt động, đoàn `,
    { bold: code },
    ' chưa có đơn vị kế thừa việc ra quyết định.',
  ],
  hasHeirs
    ? 'Đề nghị ông/bà chọn đơn vị kế thừa và nêu lý do.'
    : 'Chưa có đơn vị kế thừa. Đề nghị báo quản trị viên ghi đơn vị kế thừa.',
];
