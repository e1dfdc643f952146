/** How a unit stands in the head and the signature of an official paper. */
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
  readonly signer: { readonly authority: string | null; readonly title: string; readonly name: null };
};

export const agencyOf = (directory: Directory, unitId: UnitId): Agency => {
  const chain = chainOf(directory, unitId);
  const top = chain.at(-1) ?? UNKNOWN;
  const symbol = chain[0]?.symbol ?? top.symbol ?? '';
  const section = symbol.split('-').slice(1).join('-');
  return {
    issuer: fullName(top),
    issuerLines: linesOf(fullName(top)),
    superiorLines: superiors[top.kind] ?? [],
    place: placeOf(top),
    symbol,
    issuerSymbol: top.symbol ?? symbol,
    archive: section === '' ? 'VT' : `VT, ${section}`,
    signer: { ...(signers[top.kind] ?? { authority: null, title: 'Thủ trưởng cơ quan' }), name: null },
  };
};

const UNKNOWN = { kind: '', name: 'Đơn vị', shortName: 'Đơn vị', symbol: null };

/** What is short on screens is written out on paper. */
const fullName = ({ name }: Pick<Unit, 'name'>): string => name.replace(/^UBND /, `${COMMITTEE} `);

const COMMITTEE = 'Ủy ban nhân dân';

const linesOf = (name: string): readonly string[] =>
  name.startsWith(`${COMMITTEE} `) ? [COMMITTEE, name.slice(COMMITTEE.length + 1)] : [name];

const CITY = [COMMITTEE, 'thành phố Hà Nội'];

const superiors: Readonly<Record<string, readonly string[]>> = {
  board: CITY,
  department: CITY,
  police: ['Công an thành phố Hà Nội'],
};

/** A commune's or ward's papers carry its own name (Decree 30, annex I). */
const placeOf = ({ kind, shortName }: Pick<Unit, 'kind' | 'shortName'>): string =>
  kind === 'commune' || kind === 'ward' ? shortName.replace(/^(xã|phường) /, '') : 'Hà Nội';

const ofCommittee = { authority: `TM. ${COMMITTEE}`, title: 'Chủ tịch' };

const signers: Readonly<Record<string, { readonly authority: string | null; readonly title: string }>> = {
  board: { authority: null, title: 'Trưởng ban' },
  department: { authority: null, title: 'Giám đốc' },
  police: { authority: null, title: 'Trưởng phòng' },
  commune: ofCommittee,
  ward: ofCommittee,
  district: ofCommittee,
  city: ofCommittee,
};
