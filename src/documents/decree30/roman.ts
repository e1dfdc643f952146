/** Roman numerals, as headings and annexes are counted. */
const STEPS = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

export const roman = (value: number): string => {
  const [step, sign] = STEPS.find(([size]) => size <= value) ?? [0, ''];
  return step === 0 ? '' : `${sign}${roman(value - step)}`;
};
