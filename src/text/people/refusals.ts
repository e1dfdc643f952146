/** Sentences for what is refused about people, their roles, accounts and codes. */
import type { PeopleRefusalCode } from '#domain/directory/refusals.ts';
import type { Refusal } from '#domain/result.ts';
import { formatDate } from '../calendar/dates.ts';
import { aliasRefusals } from './alias.ts';

export const peopleRefusals = {
  'admin.none': () => 'Việc này do quản trị viên thực hiện. Đề nghị ông/bà liên hệ quản trị viên của đơn vị.',
  'admin.self': () => 'Ông/bà không tự quản trị chính mình được. Đề nghị quản trị viên khác thực hiện.',
  'admin.elsewhere': () =>
    'Người này không thuộc đơn vị ông/bà quản trị. Đề nghị liên hệ quản trị viên của đơn vị thường trực Quy chế.',
  'admin.standing': () =>
    'Việc này do quản trị viên của đơn vị thường trực Quy chế thực hiện. Đề nghị liên hệ để xử lý.',
  'admin.standing_role': () => 'Vai trò này chỉ có ở đơn vị thường trực Quy chế. Đề nghị chọn vai trò khác.',
  'admin.own_proposal': () =>
    'Ông/bà là người đề xuất nên không tự xác nhận được. Đề nghị quản trị viên khác xác nhận.',
  'admin.no_second': () =>
    'Việc này cần quản trị viên thứ hai của đơn vị thường trực Quy chế xác nhận, nhưng hiện chưa có. Đề nghị mời thêm quản trị viên bằng dòng lệnh trên máy chủ.',
  'admin.decided': () => 'Đề xuất này đã được quyết định hoặc không còn hiệu lực. Gõ /quantri để xem tình trạng.',
  'admin.has_role': () => 'Người này đã có vai trò đó tại đơn vị. Đề nghị chọn vai trò hoặc đơn vị khác.',
  'admin.no_role': () => 'Người này không còn giữ vai trò đó. Gõ /quantri để xem tình trạng hiện nay.',
  'admin.same_unit': () => 'Người này đang thuộc đơn vị đó. Đề nghị chọn đơn vị khác.',
  'admin.person': () => 'Không tìm thấy cán bộ này. Gõ /quantri để xem danh sách.',
  'admin.name': () => 'Họ tên không đúng. Đề nghị nhập họ và tên, ví dụ: Nguyễn Thị Lan.',
  'admin.account': () => 'Tài khoản này đã thay đổi. Gõ /quantri để xem tình trạng hiện nay.',
  'admin.date_past': ({ from }: Params) =>
    `Ngày này sớm quá. Đề nghị chọn từ ngày ${formatDate(String(from))} trở đi, ví dụ: ${formatDate(String(from))}.`,
  ...aliasRefusals,
  'invite.locked': () => 'Tài khoản này đã nhập sai mã nhiều lần. Đề nghị chờ một giờ rồi thử lại.',
  'invite.busy': () => 'Hiện tạm dừng nhận mã trên kênh này. Đề nghị thử lại sau một giờ.',
  'data.none': () => 'Yêu cầu này đã được xử lý hoặc không thuộc phạm vi của ông/bà.',
  'phone.unreadable': () =>
    'Số điện thoại di động không đúng. Đề nghị nhập lại, ví dụ: 0912 345 678 hoặc +84 912 345 678.',
  'phone.agree': () => 'Đề nghị ông/bà chọn Đồng ý, hoặc gõ /huy để không dùng số điện thoại.',
  'delegate.self': () => 'Người được ủy quyền phải là người khác. Đề nghị chọn lại.',
  'delegate.past': () => 'Ngày bắt đầu đã qua. Đề nghị chọn từ hôm nay trở đi.',
  'delegate.period': () => 'Ngày kết thúc phải từ ngày bắt đầu trở đi và không quá một năm. Ví dụ: 04/12/2026.',
  'delegate.elsewhere': () => 'Chỉ ủy quyền được trong cùng đơn vị. Đề nghị chọn người khác của đơn vị.',
  'delegate.overlap': () =>
    'Trong thời gian này một trong hai người đã ủy quyền, hoặc ông/bà đang thay người khác. Gõ /uyquyen để xem và kết thúc trước.',
  'delegate.gone': () => 'Ủy quyền này đã kết thúc hoặc không thuộc phạm vi của ông/bà. Gõ /uyquyen để xem.',
} satisfies Readonly<Record<PeopleRefusalCode, (params: Params) => string>>;

type Params = Refusal['params'];
