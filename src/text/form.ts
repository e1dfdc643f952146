/** Words around forms. */
export const texts = {
  title: (formId: string): string => titles[formId] ?? 'biểu mẫu',
  setAside: (title: string): string => `Ông/bà còn bản đang điền: ${title}.`,
  resume: 'Điền tiếp',
  answeredBefore: 'Câu hỏi này đã được trả lời. Muốn thay đổi, đề nghị bấm Sửa ở bản tóm tắt.',
  addedToContent: 'Đã ghi thêm vào nội dung.',
  nothingAsked:
    'Bản nháp đã đủ thông tin, tin vừa gõ không được ghi nhận. Đề nghị bấm một nút dưới đây, hoặc gõ /huy để thoát.',
  filesKept: (count: number): string => `Đã nhận ${count} tệp.`,
  cancelled: 'Đã thoát khỏi biểu mẫu, nội dung đang điền đã được bỏ. Gõ /menu để chọn việc khác.',
} as const;

const titles: Readonly<Record<string, string>> = {
  'request.file': 'đề nghị phối hợp mới',
  'request.act': 'nội dung xử lý một đề nghị',
  'team.plan': 'kế hoạch đoàn kiểm tra',
  'team.act': 'nội dung công việc của đoàn',
  'indicator.entry': 'số liệu chỉ tiêu',
  'people.import': 'tệp để nhập',
  'people.change': 'thay đổi về cán bộ',
  'people.find': 'tìm cán bộ',
  'people.data': 'yêu cầu về dữ liệu cá nhân',
  'people.reply': 'trả lời yêu cầu về dữ liệu cá nhân',
};
