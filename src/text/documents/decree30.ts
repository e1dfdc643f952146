/** The fixed words of official papers (annex I of Decree 30/2020/NĐ-CP). */

type Main = { readonly symbol: string; readonly year: number; readonly issuer: readonly string[] };

export const texts = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  /** Room for the clerk's number. */
  number: (symbol: string): string => `Số:         /${symbol}`,
  day: (place: string, year: number): string => `${place}, ngày      tháng      năm ${year}`,
  about: (matter: string): string => `V/v ${matter}`,
  addressees: 'Kính gửi:',
  /** Where nobody is known who signs. */
  unsigned: '……………………………',
  recipients: 'Nơi nhận:',
  archive: (where: string): string => `- Lưu: ${where}.`,
  annex: (roman: string): string => `Phụ lục ${roman}`,
  /** @returns what the annex belongs to, by its kind, with room for number and day */
  annexOf: ({ title, head }: { readonly title: { readonly kind: string } | null; readonly head: Main }): string =>
    `(Kèm theo ${title?.kind ?? 'Công văn'} số         /${head.symbol} ngày      tháng      năm ${head.year} của ${head.issuer.join(' ')})`,
} as const;
