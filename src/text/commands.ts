/** What each command does, as the platform's menu and ours show it. */
export const descriptions = {
  yeucau: 'Lập đề nghị phối hợp',
  viec: 'Việc chờ tôi và đơn vị',
  theodoi: 'Đề nghị đã gửi, đang theo dõi',
  xem: 'Xem một đề nghị theo mã',
  tim: 'Tìm đề nghị',
  doan: 'Đoàn kiểm tra',
  lich: 'Lịch làm việc, ngày nghỉ',
  start: 'Bắt đầu, hoặc liên kết tài khoản bằng mã',
  menu: 'Chọn việc',
  quantri: 'Quản trị cán bộ, tài khoản',
  ketnoi: 'Tài khoản trò chuyện của tôi',
  dulieu: 'Dữ liệu cá nhân của tôi',
  trogiup: 'Hướng dẫn sử dụng',
  huy: 'Thoát khỏi biểu mẫu đang mở',
} as const;
