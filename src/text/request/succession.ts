/** Words about parts whose unit has ended. */
import type { Directory, UnitId } from '#domain/directory/directory.ts';
import type { Request } from '#domain/request/request.ts';
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

export const askingPassedLines = (directory: Directory, request: Request, ended: UnitId): readonly string[] => [
  `${unitName(directory, request.askingUnitId)} kế thừa ${unitName(directory, ended)}, nay chủ trì ${request.code}.`,
  `Trích yếu: ${request.subject}`,
  'Các phần việc và thời hạn giữ nguyên. Đề nghị trả lời đơn vị kế thừa.',
];

export type LeftBehind = {
  readonly request: Request;
  readonly ended: UnitId;
  /** Or the ended unit owes a part of it. */
  readonly isAsking: boolean;
  readonly hasHeirs: boolean;
};

export const chooseHeirLines = (
  directory: Directory,
  { request, ended, isAsking, hasHeirs }: LeftBehind,
): readonly string[] => [
  isAsking
    ? `${unitName(directory, ended)} đã kết thúc hoạt động, ${request.code} chưa có đơn vị kế thừa chủ trì.`
    : `${unitName(directory, ended)} đã kết thúc hoạt động, còn phần việc trong ${request.code} chưa có đơn vị kế thừa nhận.`,
  `Trích yếu: ${request.subject}`,
  hasHeirs
    ? 'Đề nghị ông/bà chọn đơn vị kế thừa.'
    : 'Chưa có đơn vị kế thừa nhận được. Đề nghị báo quản trị viên ghi đơn vị kế thừa, hoặc trao đổi với bên đề nghị.',
];

export const heirLabel = (directory: Directory, id: UnitId): string => `Giao ${unitLabel(directory, id)}`;
