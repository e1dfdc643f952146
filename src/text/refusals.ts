/** A sentence for every refusal: what is wrong, and what to do next. */

import type { RefusalCode } from '#domain/refusals.ts';
import type { Refusal } from '#domain/result.ts';
import { formatDate, formatDay, formatMoment } from './calendar/dates.ts';
import { documentRefusals } from './documents/refusals.ts';
import { dutyRefusals } from './duty/refusals.ts';
import { figuresRefusals } from './figures/refusals.ts';
import { importRefusals } from './import/refusals.ts';
import { indicatorRefusals } from './indicator/refusals.ts';
import { addressOf } from './people/address.ts';
import { peopleRefusals } from './people/refusals.ts';
import { remindRefusals } from './remind/refusals.ts';
import { filingRefusals } from './request/filing-refusals.ts';
import { partStates, requestStates, upperFirst } from './request/words.ts';
import { teamRefusals } from './team/refusals.ts';

type Params = Refusal['params'];
type Sentence = (params: Params) => string;

export const sayRefusal = (refusal: Refusal): readonly string[] => [sentences[refusal.code](refusal.params)];

const state = (params: Params): string => {
  const all: Readonly<Record<string, string>> = { ...requestStates, ...partStates };
  return all[String(params.state)] ?? 'đã thay đổi';
};

/** `Bà Trần Thị Lan`, from a refusal's name and gender; the gender may be unknown. */
const named = ({ name, gender }: Params): string =>
  upperFirst(addressOf({ name: String(name), gender: gender === 'nam' || gender === 'nu' ? gender : null }));

const sentences: Readonly<Record<RefusalCode, Sentence>> = {
  ...filingRefusals,
  ...peopleRefusals,
  ...dutyRefusals,
  ...remindRefusals,
  ...documentRefusals,
  ...figuresRefusals,
  ...indicatorRefusals,
  ...importRefusals,
  ...teamRefusals,
  'term.unreadable': () => 'Chưa hiểu thời hạn. Ví dụ: 5 ngày làm việc, 4 giờ làm việc, 15 ngày.',
  'term.out_of_range': () => 'Thời hạn quá dài hoặc bằng không. Ví dụ: 5 ngày làm việc.',
  'calendar.make_up_not_weekend': () => 'Ngày làm bù phải là thứ Bảy hoặc Chủ nhật.',
  'calendar.date': (params) => `Ngày "${String(params.date)}" không đúng. Ví dụ: 2027-02-08.`,
  'calendar.same_day': (params) =>
    `${upperFirst(formatDay(String(params.date)))} đã có trong lịch đúng như vậy. Gõ /lich để xem lịch làm việc.`,
  'calendar.weekend_off': (params) =>
    `${upperFirst(formatDay(String(params.date)))} là ngày nghỉ cuối tuần, không cần thêm. Đề nghị chọn ngày khác.`,
  'calendar.no_day': (params) =>
    `${upperFirst(formatDay(String(params.date)))} không có trong danh sách ngày nghỉ, ngày làm bù. Đề nghị chọn ngày khác.`,
  'calendar.confirmed': (params) => `Năm ${String(params.year)} đã được xác nhận đủ ngày nghỉ, không cần làm gì thêm.`,
  'calendar.kind': (params) =>
    `Không có loại ngày "${String(params.kind)}". Dùng: holiday (nghỉ lễ), comp (nghỉ bù), swap_off (nghỉ hoán đổi), swap_work (làm bù).`,
  'calendar.reason': () => 'Cần ghi lý do, ví dụ: --reason "Tết Nguyên đán".',
  'calendar.year': (params) => `Năm "${String(params.year)}" không đúng. Ví dụ: 2027.`,
  'deadline.line_unreadable': () =>
    'Dòng này không đọc được. Ví dụ: {"from": "2026-11-23", "term": "5 ngày làm việc"}.',
  'deadline.from_unreadable': () => 'Ngày bắt đầu không đúng. Ví dụ: 2026-11-23 hoặc 2026-11-23 16:30.',
  'request.unknown': () =>
    'Không tìm thấy đề nghị này trong phạm vi ông/bà được xem. Gõ /viec hoặc /theodoi để xem danh sách.',
  'filter.most': (params) =>
    `Mỗi người lưu được ${String(params.most)} bộ lọc. Gõ /tim để xem và bỏ bộ lọc không còn dùng, rồi lưu lại.`,
  'act.not_yours': () => 'Việc này không thuộc phần của ông/bà. Gõ /viec để xem việc chờ ông/bà.',
  'act.request_state': (params) => `Đề nghị ${String(params.code)} ${state(params)}, không thực hiện được việc này.`,
  'act.part_state': (params) => `Phần việc này ${state(params)}, không thực hiện được việc này nữa.`,
  'act.already_received': (params) =>
    `${named(params)} đã tiếp nhận lúc ${formatMoment(Number(params.at))}. Ông/bà không cần làm gì thêm.`,
  'act.undo_over': () => 'Đã quá thời gian hoàn tác, đề nghị đã được gửi đi.',
  'act.own_draft': () => 'Ông/bà là người soạn nên không tự duyệt được. Đề nghị lãnh đạo khác của đơn vị duyệt.',
  'act.parts_open': (params) =>
    `Còn ${String(params.count)} đơn vị chưa trả lời. Đề nghị nêu lý do tổng hợp không chờ các đơn vị này.`,
  'act.approved_answer': () =>
    'Ông/bà đã duyệt một trả lời trong đề nghị này nên người khác của bên đề nghị phải kết thúc.',
  'act.not_sent_yet': () => 'Đề nghị chưa được gửi tới các đơn vị. Đề nghị chờ ít giây rồi thực hiện lại.',
  'answer.draft_waits': () =>
    'Đơn vị đã có một dự thảo chờ duyệt. Đề nghị lãnh đạo duyệt hoặc trả lại dự thảo đó trước.',
  'extension.not_later': (params) =>
    `Ngày đề nghị gia hạn phải sau hạn hiện nay (${formatDay(String(params.date))}). Đề nghị chọn ngày khác.`,
  'extension.none': () => 'Hiện không có đề nghị gia hạn nào chờ quyết định.',
  'extension.own': () => 'Ông/bà là người đề nghị gia hạn nên người khác của bên đề nghị phải quyết định.',
  'extension.waits': () => 'Đã có một đề nghị gia hạn chờ quyết định. Đề nghị chờ ý kiến của bên đề nghị.',
  'extension.most': (params) =>
    `Quy chế cho phép gia hạn tối đa ${String(params.most)} lần, phần việc này đã dùng hết. Đề nghị trả lời trong hạn.`,
  'completion.once': () => 'Việc bổ sung chỉ được đề nghị một lần. Đề nghị trả lời theo hồ sơ hiện có.',
  'handover.none': () => 'Hiện không có đề nghị chuyển đơn vị nào chờ quyết định.',
  'handover.own': () => 'Ông/bà là người đề nghị chuyển nên lãnh đạo khác của đơn vị chủ trì phải quyết định.',
  'succession.done': () => 'Phần việc này đã được chuyển hoặc đã xong, không cần chọn đơn vị kế thừa nữa.',
  'succession.no_heir': (params) =>
    `${String(params.unit)} không nhận được phần việc này. Đề nghị chọn đơn vị kế thừa khác.`,
  'handover.waits': () => 'Việc chuyển đơn vị đang chờ lãnh đạo đơn vị chủ trì quyết định.',
  'unit.asks': (params) => `${String(params.unit)} là đơn vị chủ trì. Đề nghị chọn đơn vị khác.`,
  'unit.owes_already': (params) =>
    `${String(params.unit)} đã có phần việc trong đề nghị này. Đề nghị chọn đơn vị khác.`,
  'unit.last': () => 'Đây là đơn vị cuối cùng của đề nghị. Nếu không cần nữa, đề nghị bấm Rút đề nghị.',
  'urge.early': () => 'Chưa đến lúc đôn đốc: được đôn đốc từ một ngày làm việc trước hạn.',
  'urge.today': () => 'Hôm nay đã đôn đốc đơn vị này. Mỗi ngày làm việc đôn đốc một lần.',
  'urgency.same': () => 'Đề nghị đang ở mức độ này. Đề nghị chọn mức khác hoặc gõ /huy.',
  'reopen.no_part': () => 'Đề nghị chọn ít nhất một đơn vị cần thực hiện tiếp.',
  'reopen.undone': () =>
    'Đề nghị này đã hoàn tác trước khi gửi đi nên không mở lại được. Gõ /yeucau để lập đề nghị mới.',
  'date.unreadable': () => 'Chưa hiểu ngày. Ví dụ: 15/12/2026, hoặc thứ Sáu tuần sau.',
  'date.past': (params) =>
    `${formatDate(String(params.date))} đã qua. Đề nghị nêu ngày khác, ví dụ: ${formatDate(String(params.next))}.`,
  'date.day_off': (params) =>
    `${formatDate(String(params.date))} là ngày nghỉ. Ngày làm việc tiếp theo là ${formatDate(String(params.next))}; đề nghị chọn lại.`,
  'assign.not_of_unit': () => 'Người được phân công phải thuộc đơn vị hoặc các phòng của đơn vị. Đề nghị chọn lại.',
  'assign.already_holds': () => 'Người này đang xử lý việc này rồi. Đề nghị chọn người khác hoặc gõ /huy.',
  'answer.position': () => 'Đề nghị chọn một trong các ý kiến được nêu.',
  'answer.no_draft': () => 'Hiện không có dự thảo nào chờ duyệt.',
  'file.no_regulation': () =>
    'Chưa có Quy chế phối hợp nào có hiệu lực hôm nay. Đề nghị báo cán bộ thường trực Quy chế.',
  'file.no_unit': () => 'Chưa chọn đơn vị nhận đề nghị. Bấm Sửa rồi chọn đơn vị.',
  'file.unit_ended': (params) => `${String(params.unit)} đã kết thúc hoạt động. Đề nghị chọn đơn vị kế thừa.`,
  'file.own_unit': (params) => `${String(params.unit)} là đơn vị của ông/bà. Đề nghị chọn đơn vị khác.`,
  'file.urgency_needs_chief': () =>
    'Mức thượng khẩn, hỏa tốc do trưởng phòng hoặc lãnh đạo gửi, hoặc phải có số văn bản đã ký. Bấm Sửa để đổi mức độ.',
  'file.many_need_chief': () =>
    'Gửi trên 5 đơn vị do trưởng phòng hoặc lãnh đạo thực hiện, hoặc phải có số văn bản đã ký. Bấm Sửa để bớt đơn vị.',
  'file.no_home_unit': () => 'Ông/bà chưa thuộc đơn vị nào được lập đề nghị. Đề nghị báo quản trị viên.',
  'file.pending': (params) => `Tệp ${String(params.name)} đang được tải về. Đề nghị bấm Gửi lại sau ít giây.`,
  'form.gone': () => 'Biểu mẫu này không còn dùng được. Đề nghị ông/bà mở lại từ /menu.',
  'field.text_missing': () => 'Đề nghị trả lời bằng chữ.',
  'field.text_too_long': (params) => `Nội dung dài quá ${String(params.most)} chữ cái. Đề nghị viết gọn lại.`,
  'field.subject_one_word': () =>
    'Trích yếu cần nêu việc cần phối hợp, không chỉ một từ. Muốn thoát biểu mẫu, đề nghị gõ /huy.',
  'field.choose': () => 'Đề nghị chọn một trong các mục được nêu.',
  'field.files_only': () => 'Đề nghị gửi tệp hoặc ảnh, hoặc bấm nút để đi tiếp.',
  'field.no_files': () => 'Bước này không nhận tệp; tệp vừa gửi chưa được lưu vào đề nghị. Đề nghị trả lời bằng chữ.',
  'field.unit_unknown': (params) =>
    `Không tìm thấy đơn vị "${String(params.words)}". Ví dụ: xã Thiên Lộc; nhiều đơn vị thì cách nhau bằng dấu phẩy.`,
  'field.unit_several': (params) =>
    `"${String(params.words)}" có thể là: ${String(params.names)}. Đề nghị viết rõ tên đơn vị.`,
  'field.zone_unknown': (params) => `Không tìm thấy khu "${String(params.words)}". Đề nghị chọn trong danh sách.`,
  'invite.unknown': () => 'Mã không đúng. Đề nghị kiểm tra lại mã được cấp.',
  'invite.used': () => 'Mã này đã được dùng. Đề nghị xin mã mới.',
  'invite.expired': () => 'Mã này đã hết hạn. Đề nghị xin mã mới.',
  'invite.unit': (params) => `Không có đơn vị ${String(params.unit)}. Ví dụ: --unit bql-qhxd.`,
  'invite.role': (params) => `Không có vai trò ${String(params.role)}. Ví dụ: --role official.`,
  'invite.days': () => 'Số ngày hiệu lực phải từ 1 đến 30. Ví dụ: --days 7.',
  'invite.name': () => 'Họ tên không đúng. Ví dụ: --name "Nguyễn Thị Lan".',
  'invite.person': (params) => `Không có cán bộ mã ${String(params.person)}. Ví dụ: --person nguyen-thi-lan.`,
  'invite.standing_role': (params) =>
    `Vai trò ${String(params.role)} chỉ có ở đơn vị thường trực Quy chế. Ví dụ: --unit bql.`,
  'unit.unknown': (params) => `Không có đơn vị mã ${String(params.unit)}. Ví dụ: xa-thien-loc.`,
  'unit.ended': (params) =>
    `${String(params.unit)} đã kết thúc hoạt động ${formatDay(String(params.on))}, không kết thúc lần nữa.`,
  'unit.before_start': (params) =>
    `${String(params.unit)} hoạt động từ ${formatDay(String(params.from))}, không kết thúc trước ngày đó.`,
  'unit.ring': (params) =>
    `${String(params.heir)} không kế thừa ${String(params.unit)} được, vì như vậy đơn vị kế thừa chính nó.`,
  'document.number': (params) => `Số, ký hiệu "${String(params.words)}" không đúng mẫu. Ví dụ: 123/BQL-QHXD.`,
  'document.future': (params) =>
    `Ngày ${formatDate(String(params.date))} chưa tới. Đề nghị nhập ngày ghi trên văn bản.`,
  'document.before': (params) =>
    `Ngày ${formatDate(String(params.date))} trước ngày gửi đề nghị (${formatDate(String(params.first))}). Đề nghị kiểm tra lại.`,
  'document.no_answer': () => 'Đơn vị chưa có trả lời để ghi số. Đề nghị nhập sau khi trả lời được duyệt.',
  'watcher.gone': () => 'Người này không còn công tác tại các đơn vị. Đề nghị chọn người khác.',
  'watcher.already': () => 'Người này đang theo dõi đề nghị. Đề nghị chọn người khác hoặc gõ /huy.',
  'field.person_unknown': (params) =>
    `Không tìm thấy cán bộ "${String(params.words)}". Đề nghị gõ họ tên, có thể kèm tên đơn vị.`,
  'field.person_several': (params) =>
    `"${String(params.words)}" có thể là: ${String(params.names)}. Đề nghị gõ rõ họ tên và đơn vị.`,
};
