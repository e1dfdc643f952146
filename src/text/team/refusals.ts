/** Sentences for refusals about inspection teams. */
import type { Refusal } from '#domain/result.ts';
import type { TeamRefusalCode } from '#domain/team/refusals.ts';
import { formatDate } from '#text/calendar/dates.ts';
import { formatMinute } from './plan.ts';
import { teamStates } from './words.ts';

type Sentence = (params: Refusal['params']) => string;

const state = (params: Refusal['params']): string => {
  const all: Readonly<Record<string, string>> = teamStates;
  return all[String(params.state)] ?? 'đã thay đổi';
};

export const teamRefusals: Readonly<Record<TeamRefusalCode, Sentence>> = {
  'team.unknown': () =>
    'Không tìm thấy đoàn này trong phạm vi ông/bà được xem. Gõ /doan trong trò chuyện riêng với tôi để xem các đoàn của ông/bà.',
  'team.not_yours': () => 'Việc này không thuộc vai trò của ông/bà trong đoàn. Đề nghị báo trưởng đoàn hoặc thư ký.',
  'team.personal': () =>
    'Vai trò trong đoàn do quyết định giao đích danh nên người thay khi vắng mặt không làm thay được. Đề nghị trưởng đoàn hoặc lãnh đạo đơn vị ra quyết định thay đổi thành viên.',
  'team.leader_locks': () =>
    'Trưởng đoàn khóa biên bản nên không lập biên bản. Đề nghị thư ký hoặc thành viên khác bấm Lập biên bản.',
  'team.succeeded': () => 'Đơn vị ra quyết định của đoàn đang hoạt động, không cần chọn đơn vị kế thừa.',
  'team.state': (params) => `Đoàn ${String(params.code)} ${state(params)}, không thực hiện được việc này.`,
  'team.yearly': (params) =>
    `Doanh nghiệp đã có cuộc thanh tra, kiểm tra trong năm (${String(params.code)}) nên không lập, không ban hành được. Muốn tiếp tục phải nêu căn cứ dấu hiệu vi phạm rõ ràng kèm số văn bản.`,
  'team.exception_own': () =>
    'Trường hợp ngoại lệ không do người lập kế hoạch cho phép. Đề nghị lãnh đạo khác của đơn vị ra quyết định.',
  'team.cannot_plan': () => 'Kế hoạch do lãnh đạo đơn vị hoặc cán bộ thường trực Quy chế lập. Đề nghị báo lãnh đạo.',
  'team.topic': () => 'Đề nghị chọn ít nhất một nội dung rồi bấm Xong.',
  'team.enterprise': (params) =>
    `Không tìm thấy doanh nghiệp "${String(params.words)}". Đề nghị gõ tên hoặc mã số thuế; nhiều doanh nghiệp thì cách nhau bằng dấu chấm phẩy.`,
  'team.enterprise_several': (params) =>
    `"${String(params.words)}" có thể là: ${String(params.names)}. Đề nghị gõ rõ tên hoặc mã số thuế.`,
  'team.period': () => 'Thời kỳ kiểm tra chưa đúng. Ví dụ: 01/01/2025 đến 31/12/2025.',
  'team.days': (params) =>
    `Thời gian tiến hành phải có ít nhất một ngày làm việc và không quá ${String(params.most)} ngày làm việc. Đề nghị nêu lại.`,
  'team.hour': () => 'Chưa hiểu giờ. Ví dụ: 08:30.',
  'team.ended_before': ({ began }) =>
    `Giờ kết thúc phải sau giờ bắt đầu (${formatMinute(Number(began))}). Ví dụ: ${formatMinute(Math.min(Number(began) + 180, 1_439))}.`,
  'team.member_twice': () => 'Một người chỉ giữ một vai trò trong đoàn. Đề nghị chọn người khác.',
  'team.no_members': () => 'Đoàn phải có trưởng đoàn. Đề nghị bấm Sửa rồi chọn trưởng đoàn.',
  'team.number_used': (params) => `Quyết định số ${String(params.number)} đã dùng cho đoàn khác. Đề nghị kiểm tra lại.`,
  'team.decision_after': (params) =>
    `Ngày ký quyết định phải trước hoặc trong ngày đầu tiến hành (${formatDate(String(params.date))}). Đề nghị kiểm tra lại.`,
  'team.group_taken': () =>
    'Nhóm này đã gắn với một đoàn khác. Trưởng đoàn hoặc thư ký của đoàn đó phải gỡ nhóm trước.',
  'team.tied_already': () => 'Đoàn đã gắn với một nhóm. Muốn đổi nhóm, đề nghị gỡ nhóm cũ trước.',
  'team.not_tied': () => 'Nhóm này chưa gắn với đoàn nào. Trưởng đoàn hoặc thư ký gõ /doan trong nhóm để gắn.',
  'team.not_today': () => 'Hôm nay không phải ngày làm việc của đoàn theo lịch. Bấm Đổi lịch nếu lịch đã thay đổi.',
  'team.other_year': () => 'Không đổi lịch sang năm khác được. Đề nghị hủy đoàn và lập kế hoạch của năm đó.',
  'team.day_taken': (params) => `Ngày ${formatDate(String(params.date))} đã có trong lịch. Đề nghị chọn ngày khác.`,
  'team.no_such_member': () => 'Người này không còn trong đoàn. Gõ /doan để xem thành phần hiện nay.',
  'team.followed': (params) =>
    `Kiến nghị này đã có đoàn kiểm tra lại (${String(params.code)}). Gõ /doan để xem các đoàn của ông/bà.`,
  'team.own_place': () =>
    'Không ai tự đưa mình vào đoàn hoặc tự đổi vai trò của mình. Đề nghị trưởng đoàn hoặc lãnh đạo khác thực hiện.',
  'team.needs_leader': () => 'Đoàn phải có trưởng đoàn. Đề nghị chọn Thay người để cử trưởng đoàn khác.',
  'team.needs_members': () =>
    'Ngoài trưởng đoàn, đoàn phải còn ít nhất một thành viên để lập biên bản. Đề nghị chọn Thay người.',
  'team.leader_by_decider': () =>
    'Trưởng đoàn do lãnh đạo đơn vị ra quyết định cử hoặc thay. Đề nghị báo lãnh đạo đơn vị đó.',
  'team.leader_drafted': () =>
    'Người này đã lập biên bản chưa khóa nên không thể khóa với tư cách trưởng đoàn. Đề nghị cử người khác, hoặc để thành viên khác lập lại biên bản trước.',
  'item.unknown': (params) =>
    `Danh mục không có mục ${String(params.no)}. Gõ /doan rồi bấm Nội dung kiểm tra để xem danh mục.`,
  'item.changed': (params) =>
    `${String(params.name)} vừa ghi mục ${String(params.no)}, nên nội dung của ông/bà chưa được lưu. Đề nghị xem lại mục rồi ghi.`,
  'item.locked': () =>
    'Biên bản đang được đọc hoặc đã khóa nên không sửa được nữa. Thư ký bấm Sửa lại biên bản nếu cần.',
  'item.remark': () => 'Mục không đạt phải có nhận xét. Đề nghị bấm Nhận xét rồi ghi.',
  'minutes.none': () => 'Chưa có biên bản. Thư ký bấm Lập biên bản trước.',
  'minutes.state': () => 'Biên bản không ở bước này. Gõ /doan để xem tình trạng hiện nay.',
  'minutes.round': () => 'Biên bản đã được sửa và đọc lại sau tin này. Đề nghị xem lần đọc mới nhất rồi cho ý kiến.',
  'minutes.own': () => 'Ông/bà là người lập biên bản nên không tự khóa được. Trưởng đoàn là người khác phải khóa.',
  'minutes.opinions': (params) =>
    `Còn thành viên chưa cho ý kiến về biên bản: ${String(params.names)}. Đề nghị các thành viên bấm Đồng ý hoặc Có ý kiến khác.`,
  'minutes.enterprise': () => 'Chưa ghi ý kiến của doanh nghiệp. Đề nghị bấm Ý kiến doanh nghiệp trước.',
  'minutes.items': (params) =>
    `Còn ${String(params.count)} mục chưa kiểm tra. Đề nghị ghi kết quả, hoặc chọn Không áp dụng, rồi lập biên bản.`,
  'minutes.locked': () => 'Biên bản đã khóa. Từ nay chỉ lập phụ lục: đề nghị bấm Lập phụ lục.',
  'minutes.not_locked': () => 'Biên bản chưa khóa. Đề nghị trưởng đoàn khóa biên bản trước.',
  'minutes.no_file': () => 'Đề nghị gửi một tệp hoặc ảnh chụp biên bản đã ký.',
};
