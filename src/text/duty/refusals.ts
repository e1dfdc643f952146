/** Sentences for what is refused about duties. */
import type { DutyRefusalCode } from '#domain/duty/refusals.ts';
import type { Refusal } from '#domain/result.ts';
import { dutyStates } from './words.ts';

export const dutyRefusals = {
  'duty.unknown': () => 'Không tìm thấy nhiệm vụ này trong phạm vi ông/bà được xem. Gõ /viec để xem danh sách.',
  'duty.not_yours': () => 'Việc này không thuộc phần của ông/bà. Gõ /viec để xem việc chờ ông/bà.',
  'duty.state': ({ state }: Params) => `Nhiệm vụ này ${stateOf(String(state))}, không thực hiện được việc này nữa.`,
  'duty.own': () =>
    'Ông/bà là người thực hiện nên không tự xác nhận, hủy được. Đề nghị người khác của đơn vị xác nhận quyết định.',
} satisfies Readonly<Record<DutyRefusalCode, (params: Params) => string>>;

type Params = Refusal['params'];

const stateOf = (state: string): string =>
  Object.entries(dutyStates).find(([one]) => one === state)?.[1] ?? 'đã thay đổi';
