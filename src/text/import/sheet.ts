/** A whole sheet: of what it is, what is right in it, and all that is wrong, in the order of its rows. */
import type { NewIndicator } from '#domain/indicator/indicator.ts';
import type { Reference } from '#domain/reference.ts';
import type { IsoDate } from '#domain/time.ts';
import { columns as indicatorColumns, indicatorIn } from '../indicator/import.ts';
import { key } from '../key.ts';
import { enterpriseColumns, enterpriseIn, type ReadEnterprise } from './enterprises.ts';
import { peopleColumns, personIn, type ReadPerson } from './people.ts';
import type { Row, RowFault } from './row.ts';

export const IMPORT_KINDS = ['people', 'enterprises', 'indicators'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const importColumns: Readonly<Record<ImportKind, readonly string[]>> = {
  people: Object.values(peopleColumns),
  enterprises: Object.values(enterpriseColumns),
  indicators: Object.values(indicatorColumns),
};

/** Without these no row of a sheet could be right: it is said once, and not of every row. */
const NEEDED: Readonly<Record<ImportKind, readonly string[]>> = {
  people: [peopleColumns.name, peopleColumns.unit, peopleColumns.role],
  enterprises: [enterpriseColumns.taxCode, enterpriseColumns.name],
  indicators: (['code', 'name', 'to', 'value', 'unit', 'kind', 'source'] as const).map((one) => indicatorColumns[one]),
};

/** What is wrong with the headings themselves. */
export const headingFaults = (kind: ImportKind, headings: readonly string[]) => {
  const given = headings.map(key);
  return {
    missing: NEEDED[kind].filter((one) => !given.includes(key(one))),
    twice: importColumns[kind].filter((one) => given.filter((other) => other === key(one)).length > 1),
  };
};

/** The heading that only one kind of sheet has. */
const TELLS: Readonly<Record<ImportKind, string>> = {
  people: peopleColumns.name,
  enterprises: enterpriseColumns.taxCode,
  indicators: indicatorColumns.name,
};

export type ReadSheet = { readonly faults: readonly RowFault[]; readonly rows: number } & (
  | { readonly kind: 'people'; readonly good: readonly ReadPerson[] }
  | { readonly kind: 'enterprises'; readonly good: readonly ReadEnterprise[] }
  | { readonly kind: 'indicators'; readonly good: readonly NewIndicator[] }
);

/** A tenth of what a sheet may hold is more than any list of ours; all of it is judged in one go. */
export const MOST_ROWS = 5_000;

/** Null: no kind of sheet that is known has these headings. */
export const kindOf = (headings: readonly string[]): ImportKind | null =>
  IMPORT_KINDS.find((kind) => headings.some((heading) => key(heading) === key(TELLS[kind]))) ?? null;

export const readSheet = (kind: ImportKind, rows: readonly Row[], on: On): ReadSheet => {
  const own = rows.map((row) => withHeadings(kind, row));
  const { reference, day } = on;
  switch (kind) {
    case 'people': {
      const same = (one: ReadPerson): string => `${key(one.name)} ${one.unitId}`;
      return { kind, ...sorted(own, (row) => personIn(reference, row, day), { same, column: peopleColumns.name }) };
    }
    case 'enterprises': {
      const same = (one: ReadEnterprise): string => one.taxCode;
      const column = enterpriseColumns.taxCode;
      return { kind, ...sorted(own, (row) => enterpriseIn(reference, row), { same, column }) };
    }
    case 'indicators': {
      const same = (one: NewIndicator): string => one.code;
      return { kind, ...sorted(own, (row) => indicatorIn(reference, row), { same, column: indicatorColumns.code }) };
    }
  }
};

type On = { readonly reference: Reference; readonly day: IsoDate };

/** Headings are found whatever their case, marks and blanks. */
const withHeadings = (kind: ImportKind, row: Row): Row => {
  const known = new Map(importColumns[kind].map((heading) => [key(heading), heading]));
  return {
    ...row,
    cells: new Map([...row.cells].map(([heading, cell]) => [known.get(key(heading)) ?? heading, cell])),
  };
};

type Sameness<T> = { readonly same: (one: T) => string; readonly column: string };

/** What stands twice is right once: the second is named with the first. */
const sorted = <T extends object>(
  rows: readonly Row[],
  read: (row: Row) => T | readonly RowFault[],
  { same, column }: Sameness<T>,
) => {
  const good: T[] = [];
  const faults: RowFault[] = [];
  const seen = new Map<string, number>();
  for (const row of rows) {
    const one = read(row);
    if (isFaults(one)) {
      faults.push(...one);
      continue;
    }
    const first = seen.get(same(one));
    if (first !== undefined) faults.push({ row: row.number, column, words: `trùng với dòng ${first}` });
    else {
      seen.set(same(one), row.number);
      good.push(one);
    }
  }
  return { good, faults, rows: rows.length };
};

const isFaults = (one: object): one is readonly RowFault[] => Array.isArray(one);
