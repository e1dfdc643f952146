/** An enterprise of a zone as it is entered. */
export type NewEnterprise = {
  readonly taxCode: string;
  readonly name: string;
  readonly zoneId: number | null;
  readonly sector: string | null;
};

const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3] as const;

/** Ten digits, the last of which checks the others; a branch adds three. */
export const isTaxCode = (code: string): boolean => {
  if (!/^\d{10}(-\d{3})?$/.test(code)) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(code[at]), 0);
  return 10 - (sum % 11) === Number(code[9]);
};
