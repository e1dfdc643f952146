/** How a unit stands in the head of an official paper. */
import { chainOf, type Directory, type Unit, type UnitId } from '#domain/directory/directory.ts';

export type Agency = {
  /** The body that issues: a section has no seal of its own. */
  readonly issuer: string;
  readonly issuerLines: readonly string[];
  readonly superiorLines: readonly string[];
  readonly place: string;
  /** Of a letter: the body and the section that drafts (`05/UBND-KT`). */
  readonly symbol: string;
  /** Of a paper that names its type: type and issuing body only (`05/BC-UBND`; Decree 30, annex I). */
  readonly issuerSymbol: string;
  readonly archive: string;
};

export const agencyOf = (directory: Directory, unitId: UnitId): Agency => {
  const chain = chainOf(directory, unitId);
  const top = chain.at(-1) ?? UNKNOWN;
  const symbol = chain[0]?.symbol ?? top.symbol ?? '';
  const superiorLines = superiors[top.kind] ?? [];
  const section = symbol.split('-').slice(1).join('-');
  return {
    issuer: fullName(top),
    issuerLines: linesOf(withoutSuperior(fullName(top), superiorLines)),
    superiorLines,
    place: placeOf(top),
    symbol,
    issuerSymbol: top.symbol ?? symbol,
    archive: section === '' ? 'VT' : `VT, ${section}`,
  };
};

const UNKNOWN = { kind: '', name: 'Đơn vị', shortName: 'Đơn vị', symbol: null };

/** What is short on screens is written out on paper. */
const fullName = ({ name }: Pick<Unit, 'name'>): string => name.replace(/^UBND /, `${COMMITTEE} `);

export const COMMITTEE = 'Ủy ban nhân dân';

/** "Phòng … - Công an thành phố Hà Nội": the body above stands over it already. */
const withoutSuperior = (name: string, superior: readonly string[]): string => {
  const above = ` - ${superior.join(' ')}`;
  return name.endsWith(above) ? name.slice(0, -above.length) : name;
};

/** Broken where the sense lets it: a head whose lines end anywhere is sent back by any clerk. */
const linesOf = (name: string): readonly string[] => {
  if (name.startsWith(`${COMMITTEE} `)) return [COMMITTEE, name.slice(COMMITTEE.length + 1)];
  if (name.length <= MOST_LETTERS) return [name];
  return evenly(name.split(BREAKS));
};

/** As few lines as hold the phrases, and of those ways the most even one: no line of a single short word. */
const evenly = (phrases: readonly string[]): readonly string[] => {
  /** The best lines of what follows each phrase, the last one's first. */
  const best: { readonly lines: readonly string[]; readonly cost: number }[] = [{ lines: [], cost: 0 }];
  for (let from = phrases.length - 1; from >= 0; from -= 1) {
    const ways = best.toReversed().flatMap(({ lines, cost }, more) => {
      const line = phrases.slice(from, from + more + 1).join(' ');
      const fits = more === 0 || line.length <= MOST_LETTERS;
      return fits ? [{ lines: [line, ...lines], cost: cost + ONE_MORE + line.length ** 2 }] : [];
    });
    const [first] = ways.toSorted((a, b) => a.cost - b.cost);
    if (first !== undefined) best.push(first);
  }
  return best.at(-1)?.lines ?? [];
};

/** More than evenness could ever save. */
const ONE_MORE = 10_000;

/** Capitals of 12 points, in bold, in the left column of the head. */
const MOST_LETTERS = 26;
const BREAKS = / (?=(?:các|và|thành phố|tỉnh) )|(?<=[,-]) /;

const CITY = [COMMITTEE, 'thành phố Hà Nội'];

const superiors: Readonly<Record<string, readonly string[]>> = {
  board: CITY,
  department: CITY,
  police: ['Công an thành phố Hà Nội'],
};

/** A commune's or ward's papers carry its own name (Decree 30, annex I). */
const placeOf = ({ kind, shortName }: Pick<Unit, 'kind' | 'shortName'>): string =>
  kind === 'commune' || kind === 'ward' ? shortName.replace(/^(xã|phường) /, '') : 'Hà Nội';
