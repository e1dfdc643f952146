/** A row of a sheet of enterprises: new ones, and new names, zones or sectors of those that are known by their tax code. */
import { isTaxCode, type NewEnterprise } from '#domain/enterprise.ts';
import type { Reference } from '#domain/reference.ts';
import { zoneIn } from '../names.ts';
import { type Row, type RowFault, rowReader } from './row.ts';

export const enterpriseColumns = {
  taxCode: 'Mã số thuế',
  name: 'Tên doanh nghiệp',
  zone: 'Khu công nghiệp',
  sector: 'Ngành nghề',
} as const;

export type ReadEnterprise = NewEnterprise & { readonly row: number };

export const enterpriseIn = (reference: Reference, row: Row): ReadEnterprise | readonly RowFault[] => {
  const { must, text, fault, faults } = rowReader(enterpriseColumns, row);
  const [written, name] = [must('taxCode'), must('name')];
  const taxCode = taxCodeIn(written);
  if (written !== '' && !isTaxCode(taxCode))
    fault('taxCode', `"${written}" không phải là mã số thuế (10 số, hoặc 10 số-3 số của chi nhánh; sai số kiểm tra)`);
  if (name !== '' && !/\p{L}/u.test(name)) fault('name', `"${name}" không phải là tên doanh nghiệp`);
  const zone = text('zone') === '' ? null : zoneIn(reference, text('zone'));
  if (text('zone') !== '' && zone === null) fault('zone', `không có khu "${text('zone')}"`);
  if (faults.length > 0) return faults;
  return { row: row.number, taxCode, name, zoneId: zone?.id ?? null, sector: text('sector') || null };
};

/** A sheet that holds it as a number has lost its first nought. */
const taxCodeIn = (written: string): string => {
  const digits = written.replace(/[\s.]/g, '');
  if (/^\d{9}$/.test(digits)) return `0${digits}`;
  return /^\d{13}$/.test(digits) ? `${digits.slice(0, 10)}-${digits.slice(10)}` : digits;
};
