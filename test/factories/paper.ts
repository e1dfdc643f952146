/** An official paper with everything that one can have: minutes of an inspection. */
import type { Paper } from '#src/documents/decree30/paper.ts';

/** Two squares of colour, the smallest pictures there are. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGNoOGACRAwQCgAiRgT1x6xbtwAAAABJRU5ErkJggg==',
  'base64',
);

export const aPaper = (over: Partial<Paper> = {}): Paper => ({
  head: {
    superior: ['Ủy ban nhân dân', 'thành phố Hà Nội'],
    issuer: ['Ban Quản lý các khu công nghệ cao', 'và khu công nghiệp'],
    symbol: 'BB-ĐKT',
    about: null,
    place: 'Hà Nội',
    year: 2026,
    stamp: null,
  },
  title: { kind: 'Biên bản', about: 'Kiểm tra liên ngành tại Công ty TNHH Cơ khí Thăng Long' },
  basis: ['Căn cứ Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ', 'Căn cứ Quyết định số 12/QĐ-BQL'],
  addressees: [],
  body: [
    { kind: 'heading', words: 'I. Thành phần' },
    { kind: 'numbered', items: ['Ông Trần Văn Dũng, Trưởng đoàn.', 'Bà Kiều Thị Thanh Hà, thành viên.'] },
    { kind: 'heading', words: 'II. Nội dung' },
    {
      kind: 'paragraph',
      words: ['Đoàn đã kiểm tra ', { bold: 'hệ thống chữa cháy' }, ' và ghi nhận như bảng dưới đây.'],
    },
    {
      kind: 'table',
      columns: [
        { title: 'STT', share: 1, align: 'center' },
        { title: 'Nội dung', share: 5, align: 'left' },
        { title: 'Kết quả', share: 3, align: 'left' },
        { title: 'Số lượng', share: 2, align: 'right' },
      ],
      rows: [
        ['1', 'Bình chữa cháy xách tay', 'Đạt', '1.234'],
        ['2', 'Lối thoát nạn', 'Chưa đạt\nHàng hóa chắn lối', '2'],
      ],
    },
    { kind: 'dashed', items: ['Đề nghị dọn lối thoát nạn trước ngày 04/12/2026', 'Báo cáo kết quả'] },
    { kind: 'numbered', items: ['Danh sách khác bắt đầu lại từ một.'] },
    {
      kind: 'signers',
      signers: [
        { authority: [], title: 'Đại diện doanh nghiệp', name: 'Lê Thị Hoa' },
        { authority: [], title: 'Thành viên', name: 'Kiều Thị Thanh Hà' },
      ],
    },
  ],
  signature: {
    left: { authority: [], title: 'Thư ký', name: 'Nguyễn Minh Anh' },
    right: { authority: [], title: 'Trưởng đoàn', name: 'Trần Văn Dũng' },
  },
  recipients: [],
  archive: 'VT, QHXD',
  annexes: [
    {
      title: 'Ảnh hiện trường',
      blocks: [{ kind: 'paragraph', words: 'Ảnh chụp trong buổi kiểm tra.' }],
      pictures: [{ bytes: PNG, mime: 'image/png', caption: 'Lối thoát nạn bị chắn, 09:30 ngày 23/11/2026' }],
    },
  ],
  reference: 'DKT-2026-00007',
  ...over,
});

export const aLetter = (over: Partial<Paper> = {}): Paper =>
  aPaper({
    head: {
      superior: [],
      issuer: ['Ủy ban nhân dân', 'xã Thiên Lộc'],
      symbol: 'UBND-KT',
      about: 'góp ý dự án mở rộng nhà xưởng tại khu công nghiệp Thăng Long',
      place: 'Thiên Lộc',
      year: 2026,
      stamp: 'Hỏa tốc',
    },
    title: null,
    basis: [],
    addressees: ['Ban Quản lý các khu công nghệ cao và khu công nghiệp thành phố Hà Nội', 'Công an thành phố'],
    body: [{ kind: 'paragraph', words: 'Ủy ban nhân dân xã thống nhất với đề nghị nêu trên. '.repeat(60) }],
    signature: {
      left: null,
      right: { authority: ['TM. Ủy ban nhân dân'], title: 'Chủ tịch', name: 'Nguyễn Văn Thái' },
    },
    recipients: ['Như trên', 'Lãnh đạo Ủy ban nhân dân xã'],
    archive: 'VT, KT',
    annexes: [],
    reference: 'PH-2026-00042',
    ...over,
  });
