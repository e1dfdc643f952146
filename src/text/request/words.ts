/** Administrative names of states, types, urgencies, and positions. */
import type { PartState, Position, RequestState, RequestType, Urgency } from '#domain/request/request.ts';

export const requestStates: Readonly<Record<RequestState, string>> = {
  open: 'đang thực hiện',
  synthesised: 'đã tổng hợp',
  closed: 'đã kết thúc',
  withdrawn: 'đã rút',
};

export const partStates: Readonly<Record<PartState, string>> = {
  awaiting: 'chờ tiếp nhận',
  accepted: 'đã tiếp nhận',
  drafted: 'chờ duyệt',
  answered: 'đã trả lời',
  closed: 'đã kết thúc',
  returned: 'chờ bổ sung',
  handed_on: 'đã chuyển',
  silent: 'không trả lời',
  cancelled: 'đã hủy',
};

export const requestTypes: Readonly<Record<RequestType, string>> = {
  opinion: 'lấy ý kiến',
  information: 'cung cấp thông tin',
  joint_work: 'phối hợp thực hiện',
  site_survey: 'khảo sát thực địa',
  difficulty: 'tháo gỡ khó khăn, vướng mắc',
};

export const urgencies: Readonly<Record<Urgency, string>> = {
  thuong: 'thường',
  khan: 'khẩn',
  thuong_khan: 'thượng khẩn',
  hoa_toc: 'hỏa tốc',
};

export const positions: Readonly<Record<Position, string>> = {
  agree: 'Thống nhất',
  agree_with_remarks: 'Thống nhất, có ý kiến bổ sung',
  disagree: 'Không thống nhất',
  done: 'Đã thực hiện',
  people_sent: 'Cử người tham gia',
  information_given: 'Cung cấp thông tin',
};

export const upperFirst = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
