/**
 * Who may sign a unit's papers and in what form (Decree 30/2020, annex I): its head, whoever acts as head (Q.), a deputy
 * in the head's place (KT.), the head of a section that may answer by itself, by order (TL.). Names and titles are the
 * directory's: a title that fits none of these forms signs nothing, and an unknown head leaves the name blank.
 */
import {
  chainOf,
  type Directory,
  headsOf,
  leadersOf,
  type PersonId,
  type UnitId,
} from '#domain/directory/directory.ts';
import type { IsoDate } from '#domain/time.ts';
import { COMMITTEE } from './agency.ts';

export type Signatory = {
  readonly personId: PersonId | null;
  /** Over the title, line by line. */
  readonly authority: readonly string[];
  readonly title: string;
  /** Null: nobody is known; to be written by hand. */
  readonly name: string | null;
};

/** @param personId the one who was chosen; null: blank by choice; undefined, or one who may not sign: the head */
export const signatoryOf = (
  directory: Directory,
  unitId: UnitId,
  day: IsoDate,
  personId?: PersonId | null,
): Signatory => {
  const all = signatoriesOf(directory, unitId, day);
  const chosen = personId === null ? undefined : all.find((one) => one.personId === personId);
  if (chosen !== undefined) return chosen;
  const blank = blankOf(directory, unitId);
  const heads = all.filter(({ title }) => title === blank.title || title === acting(blank.title));
  const [head, second] = personId === null ? [] : heads;
  // Two heads are a mistake in the directory: which of them signs is not ours to guess.
  return second === undefined && head !== undefined ? head : blank;
};

/** Everybody who may sign, the head first. */
export const signatoriesOf = (directory: Directory, unitId: UnitId, day: IsoDate): readonly Signatory[] => {
  const chain = chainOf(directory, unitId);
  const top = chain.at(-1);
  if (top === undefined) return [];
  const office = officeOf(top.kind);
  const ranked = leadersOf(directory, top.id, day).flatMap((id) => asLeader(directory, id, office));
  const byOrder = chain
    .filter((unit) => unit.id !== top.id && unit.headApproves)
    .flatMap((unit) => headsOf(directory, unit.id, day).map((id) => asSection(directory, id, unit.name, office)));
  return [...ranked.toSorted((a, b) => a.rank - b.rank).map(({ as }) => as), ...byOrder];
};

/** `KT. Trưởng ban, Phó Trưởng ban Đỗ Thị Thu Hằng` */
export const signatoryWords = ({ authority, title, name }: Signatory): string => {
  const form = authority.filter((line) => !line.startsWith(ON_BEHALF)).join(', ');
  return [form, `${title} ${name ?? ''}`.trim()].filter((part) => part !== '').join(', ');
};

export const signerTexts = {
  choose: 'Chọn người ký',
  which: 'Ông/bà chọn người ký. Không chọn thì người đứng đầu cơ quan ký.',
  blank: 'Để trống tên người ký',
  line: (signatory: Signatory): string =>
    signatory.name === null
      ? `Người ký: ${signatory.title}, họ và tên để trống.`
      : `Người ký: ${signatoryWords(signatory)}.`,
} as const;

const ON_BEHALF = 'TM. ';

type Office = { readonly title: string; readonly onBehalf: readonly string[] };

const ofCommittee: Office = { title: 'Chủ tịch', onBehalf: [`${ON_BEHALF}${COMMITTEE}`] };
const ofHead = (title: string): Office => ({ title, onBehalf: [] });

const offices: Readonly<Record<string, Office>> = {
  board: ofHead('Trưởng ban'),
  department: ofHead('Giám đốc'),
  police: ofHead('Trưởng phòng'),
  commune: ofCommittee,
  ward: ofCommittee,
  district: ofCommittee,
  city: ofCommittee,
};

const officeOf = (kind: string): Office => offices[kind] ?? ofHead('Thủ trưởng cơ quan');

const blankOf = (directory: Directory, unitId: UnitId): Signatory => {
  const { title, onBehalf } = officeOf(chainOf(directory, unitId).at(-1)?.kind ?? '');
  return { personId: null, authority: onBehalf, title, name: null };
};

/** "Chủ tịch UBND xã" is the office "Chủ tịch"; what a state does not provide for ("thường trực") is not written. */
const asLeader = (
  directory: Directory,
  personId: PersonId,
  { title: office, onBehalf }: Office,
): readonly { readonly rank: number; readonly as: Signatory }[] => {
  const person = directory.people.get(personId);
  if (person === undefined) return [];
  const is = (words: string): boolean => holds(person.title, words);
  const as = (rank: number, authority: readonly string[], title: string) => [
    { rank, as: { personId, authority: [...onBehalf, ...authority], title, name: person.name } },
  ];
  if (is(office)) return as(0, [], office);
  if (is(`Quyền ${office}`) || is(acting(office))) return as(0, [], acting(office));
  return is(`Phó ${office}`) ? as(1, [`KT. ${office}`], `Phó ${office}`) : [];
};

const asSection = (directory: Directory, personId: PersonId, section: string, { title: office }: Office): Signatory => {
  const { name, title } = directory.people.get(personId) ?? { name: null, title: '' };
  const own = /^Trưởng phòng$/i.test(title) && section.startsWith('Phòng ') ? `Trưởng ${section}` : title;
  return { personId, authority: [`TL. ${office}`], title: own, name };
};

const acting = (office: string): string => `Q. ${office}`;

const holds = (title: string, office: string): boolean =>
  `${title.trim()} `.toLocaleLowerCase('vi').startsWith(`${office} `.toLocaleLowerCase('vi'));
