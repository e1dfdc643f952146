/** Numbers as officials write them: dots between thousands, a comma before decimals. */

/** `1.234,5`; rounded to at most `decimals` places, trailing zeros left out. */
export const formatNumber = (value: number, decimals = 2): string =>
  new Intl.NumberFormat('vi-VN', { maximumFractionDigits: decimals, signDisplay: 'negative' }).format(value);

/** `25%` for 25. */
export const formatPercent = (percent: number, decimals = 1): string => `${formatNumber(percent, decimals)}%`;
