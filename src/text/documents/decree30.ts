/** The fixed words of official papers (annex I of Decree 30/2020/NĐ-CP). */
export const texts = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  /** Room for the clerk's number. */
  number: (symbol: string): string => `Số:         /${symbol}`,
  day: (place: string, year: number): string => `${place}, ngày      tháng      năm ${year}`,
  about: (matter: string): string => `V/v ${matter}`,
  addressees: 'Kính gửi:',
  recipients: 'Nơi nhận:',
  archive: (where: string): string => `- Lưu: ${where}.`,
  annex: (roman: string): string => `Phụ lục ${roman}`,
  annexOf: (what: string): string => `(Kèm theo ${what})`,
  annexOfLetter: 'văn bản số         ngày      tháng      năm      ',
} as const;
