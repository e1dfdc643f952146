/** Words about parts whose unit has ended. */
import type { Directory, UnitId } from '#domain/directory/directory.ts';
import type { Part, Request } from '#domain/request/request.ts';
import { unitLabel, unitName } from './card.ts';

export const passedOnLines = (
  directory: Directory,
  request: Request,
  { from, to }: { readonly from: UnitId; readonly to: UnitId },
): readonly string[] => [
  `Phần việc của ${unitName(directory, from)} trong ${request.code} chuyển ${unitName(directory, to)} kế thừa.`,
  `Trích yếu: ${request.subject}`,
  'Thời hạn tính lại từ khi đơn vị kế thừa tiếp nhận.',
];

export const chooseHeirLines = (
  directory: Directory,
  request: Request,
  part: Part,
  hasHeirs: boolean,
): readonly string[] => [
  `${unitName(directory, part.unitId)} đã kết thúc hoạt động, còn phần việc trong ${request.code} chưa có đơn vị kế thừa nhận.`,
  `Trích yếu: ${request.subject}`,
  hasHeirs
    ? 'Đề nghị ông/bà chọn đơn vị kế thừa.'
    : 'Chưa có đơn vị kế thừa nhận được. Đề nghị báo quản trị viên ghi đơn vị kế thừa, hoặc trao đổi với bên đề nghị.',
];

export const heirLabel = (directory: Directory, id: UnitId): string => `Giao ${unitLabel(directory, id)}`;
