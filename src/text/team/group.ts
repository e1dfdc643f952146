/** The group of a team: tied, untied, moved, renamed, left. */
import type { Line } from '#message/outbound.ts';

const ASKING =
  'Tôi đang kiểm tra quyền đọc tin của mình trong nhóm và sẽ báo tại đây. Trong lúc chờ, đề nghị gửi ảnh bằng cách trả lời tin của mục.';

const REFUSED =
  'Ứng dụng trò chuyện không cho biết quyền đọc tin của tôi trong nhóm. Đề nghị gửi ảnh, tệp bằng cách trả lời tin của mục; nếu tôi không còn trong nhóm, đề nghị thêm lại hoặc gắn nhóm khác bằng /doan.';

/** @param canRead whether the platform lets anything else be read, once the bot is an administrator */
const readsLine = (readsAll: boolean | 'refused', canRead: boolean): string => {
  if (readsAll === 'refused') return REFUSED;
  if (readsAll) {
    return 'Tôi đọc được mọi tin trong nhóm: ảnh, tệp gửi bằng cách trả lời tin của mục, hoặc gửi thẳng với chú thích ghi số mục (ví dụ: mục 3), đều được lưu; tin khác tôi không lưu.';
  }
  const seen =
    'Tôi chỉ đọc được lệnh, tin nhắc tên tôi và tin trả lời tin của tôi. Đề nghị gửi ảnh, tệp bằng cách trả lời tin của mục.';
  return canRead
    ? `${seen} Muốn gửi thẳng với chú thích ghi số mục (ví dụ: mục 3), đề nghị đặt tôi làm quản trị của nhóm.`
    : seen;
};

export const groupTexts = {
  joined: [
    'Xin chào. Tôi là Trợ lý Phối hợp.',
    'Khi nhóm được gắn với một đoàn kiểm tra, tôi lưu các tin, ảnh, tệp gửi cho tôi trong nhóm làm hồ sơ của đoàn. Trước đó tôi không lưu và không làm gì.',
    'Không gửi tài liệu mật trong nhóm. Việc riêng của từng người được trả lời riêng.',
    'Trưởng đoàn hoặc thư ký gõ /doan trong nhóm này để gắn nhóm với đoàn.',
  ] satisfies readonly Line[],
  which: 'Gắn nhóm này với đoàn nào?',
  nothingToTie: [
    'Nhóm này chưa gắn với đoàn nào nên tôi không lưu gì.',
    'Trưởng đoàn hoặc thư ký của đoàn đã có quyết định gõ /doan trong nhóm này để gắn nhóm.',
  ] satisfies readonly Line[],
  tied: (code: string, rights: boolean | 'refused' | null, canRead: boolean): readonly Line[] => [
    ['Nhóm này đã gắn với đoàn ', { bold: code }, '.'],
    'Từ nay ảnh, tệp, vị trí gửi cho từng mục và các thao tác trong nhóm được lưu làm hồ sơ của đoàn, kèm người gửi và thời gian; xóa tin trong nhóm không xóa hồ sơ. Tin khác không được lưu.',
    'Chỉ thành viên của đoàn thao tác được. Không gửi tài liệu mật.',
    rights === null ? ASKING : readsLine(rights, canRead),
  ],
  rightsChanged: (code: string, readsAll: boolean | 'refused'): readonly Line[] => [
    [{ bold: code }, ': quyền đọc tin của Trợ lý trong nhóm trò chuyện.'],
    readsLine(readsAll, true),
  ],
  untied: (code: string): readonly Line[] => [
    `Nhóm này không còn gắn với đoàn ${code}. Hồ sơ đã lưu được giữ nguyên; từ nay tôi không lưu gì trong nhóm.`,
  ],
  left: (code: string): readonly Line[] => [
    [{ bold: code }, ': Trợ lý đã bị đưa ra khỏi nhóm trò chuyện của đoàn.'],
    'Hồ sơ của đoàn được giữ nguyên. Đề nghị thêm lại Trợ lý vào nhóm, hoặc gắn nhóm khác bằng /doan.',
  ],
  moved: (code: string): readonly Line[] => [
    [{ bold: code }, ': nhóm trò chuyện đã được nâng cấp; hồ sơ và việc gắn với đoàn được giữ nguyên.'],
  ],
  renamed: (code: string, title: string): readonly Line[] => [
    [{ bold: code }, `: nhóm trò chuyện đã đổi tên thành "${title}"; việc gắn với đoàn được giữ nguyên.`],
  ],
  memberLeft: (code: string, name: string): readonly Line[] => [
    [{ bold: code }, `: ${name} đã rời nhóm trò chuyện nhưng vẫn giữ vai trò trong đoàn.`],
    'Đề nghị liên hệ thành viên này; nhắc việc vẫn được gửi riêng.',
  ],
} as const;
