/** Words of the printable sheet of a request. */
export const texts = {
  button: 'Phiếu yêu cầu',
  making: (code: string): string => `Đang lập phiếu yêu cầu ${code}, sẽ gửi ngay.`,
  made: (code: string): string =>
    `Phiếu yêu cầu ${code} kèm lịch sử, trong phạm vi ông/bà được xem. Số và ngày để trống cho văn thư.`,
  kind: 'Phiếu yêu cầu phối hợp',
  file: (code: string): string => `phieu-${code}.docx`,
  symbol: (of: string): string => `PYC-${of}`,
  maker: 'Người lập phiếu',
  columns: {
    no: 'TT',
    unit: 'Đơn vị',
    course: 'Tình hình',
    when: 'Thời điểm, người thực hiện',
    what: 'Nội dung',
  },
} as const;
