/** Words to people: strangers, welcome, menu, help. */
import type { Person } from '#domain/directory/directory.ts';
import type { Line } from '#message/outbound.ts';
import { addressOf } from './people/address.ts';

export const texts = {
  stranger: ['Đây là hệ thống nội bộ phục vụ công tác phối hợp. Nếu được cấp mã, đề nghị gửi: /start MÃ.'],
  welcome: (person: Person, unit: string | null): readonly string[] => [
    `Xin chào ${addressOf(person)}, ${person.title}${unit === null ? '' : `, ${unit}`}.`,
    'Tài khoản này đã được liên kết. Gõ /menu để bắt đầu, /trogiup để xem hướng dẫn.',
  ],
  already: (person: Person): readonly string[] => [`Tài khoản này đã liên kết với ${addressOf(person)}.`],
  menu: 'Menu',
  menuHead: (person: Person, unit: string | null): readonly Line[] => [
    [{ bold: 'Trợ lý Phối hợp' }],
    `Kính chào ${addressOf(person)}${unit === null ? '' : `, ${unit}`}. Ông/bà chọn việc:`,
  ],
  help: [
    [{ bold: 'Hướng dẫn' }],
    'Lập đề nghị: gõ cả câu, ví dụ "Đề nghị UBND xã Thiên Lộc phối hợp kiểm tra PCCC tại KCN Thăng Long trước 17 giờ thứ Sáu, mức độ: khẩn"; hoặc /yeucau rồi trả lời từng câu.',
    'Lập đề nghị từ một tin trong cuộc trò chuyện: trả lời tin đó bằng "lập yêu cầu".',
    'Việc chờ xử lý: /viec. Đề nghị đã gửi: /theodoi. Xem theo mã: /xem PH-2026-00042, hoặc chỉ gõ mã.',
    'Xử lý theo mã: "tiếp nhận PH-2026-00042", "trả lời PH-2026-00042", "gia hạn PH-2026-00042 thêm 3 ngày làm việc".',
    'Tìm đề nghị: /tim nhà xưởng Thăng Long.',
    'Số liệu: "thống kê quý 3 theo lĩnh vực", "chỉ tiêu thu hút đầu tư 6 tháng đầu năm 2022". Báo cáo kỳ: /baocao.',
    'Nhắc việc riêng: "nhắc tôi gọi doanh nghiệp lúc 15 giờ thứ Sáu". Lịch nghỉ: /lich. Khi vắng mặt: /uyquyen.',
    'Thoát khỏi biểu mẫu: /huy. Quay lại menu: /menu.',
    'Gõ lệnh có dấu hay không dấu đều được; nơi không có nút thì gõ số thứ tự của mục muốn chọn.',
    'Không gửi tài liệu mật qua kênh này.',
  ] satisfies readonly Line[],
  thanked: ['Rất vui được hỗ trợ ông/bà. Khi cần, gõ /menu hoặc gõ cả câu.'],
  noForm: ['Hiện không có biểu mẫu nào đang mở. Gõ /menu để chọn việc.'],
  notUnderstood: ['Chưa hiểu ý ông/bà. Có thể chọn một việc dưới đây, hoặc gõ /trogiup để xem ví dụ.'],
} as const;

export const BOT_NAME = 'Trợ lý Phối hợp';
export const firstAdminName = 'Quản trị viên';
export const firstAdminTitle = 'Quản trị hệ thống';
export const firstAdminLine = 'Mã mời quản trị: ';
