/** Sentences of the runtime itself: what is said when no handler speaks. */
export const texts = {
  tooFast: 'Ông/bà gửi nhiều tin trong một phút, hệ thống tạm dừng nhận. Đề nghị gửi lại sau một phút.',
  secrecyRefused: [
    'Nội dung có dấu hiệu là tài liệu mật nên không được tiếp nhận và không được lưu.',
    'Đề nghị ông/bà xóa tin vừa gửi (nếu là tên nhóm: đổi tên nhóm) và chuyển tài liệu theo đường văn bản mật.',
  ],
  parked: [
    'Tin vừa rồi chưa xử lý được do lỗi hệ thống; quản trị viên đã được báo.',
    'Đề nghị ông/bà thử lại, hoặc gõ /menu để chọn việc.',
  ],
  stale: 'Nút này không còn dùng được. Gõ /viec để xem tình trạng hiện nay.',
  answeredPrivately: 'Nội dung này chỉ dành cho ông/bà nên được trả lời trong cuộc trò chuyện riêng với Trợ lý.',
  notForYou: 'Nút này dành cho người khác.',
  place: (latitude: number, longitude: number): string => `Vị trí: ${latitude}, ${longitude}`,
  unsupported: 'Loại tin này chưa nhận được. Đề nghị ông/bà gửi bằng chữ, ảnh hoặc tệp.',
} as const;
