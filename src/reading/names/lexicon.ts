/**
 * All names that a sentence can hold, made once from the reference data. Aliases are data, those that administrators
 * gave among them; what officials shorten by rule (`P. Phúc Lợi`, `Cty Tovaki`) is made here.
 */
import type { Alias } from '#domain/directory/alias.ts';
import { isValidOn, type Unit } from '#domain/directory/directory.ts';
import type { Field, Reference, UnitGroup, Zone } from '#domain/reference.ts';
import { REQUEST_TYPES, type RequestType, URGENCIES, type Urgency } from '#domain/request/request.ts';
import type { IsoDate } from '#domain/time.ts';
import { type Phrases, phrasesOf } from './phrases.ts';
import { plainKey } from './plain-key.ts';
import { unitNames } from './unit-names.ts';
import { keysOf } from './words.ts';

export type Enterprise = { readonly taxCode: string; readonly name: string };
/** By code; the default heir first. */
export type Successors = ReadonlyMap<string, readonly string[]>;

export type NameSource = {
  readonly reference: Pick<Reference, 'directory' | 'zones' | 'fields' | 'groups' | 'aliases'>;
  readonly successors: Successors;
  readonly enterprises: readonly Enterprise[];
};

export type Name =
  | { readonly kind: 'unit'; readonly unit: Unit; readonly isBare: boolean }
  | { readonly kind: 'group'; readonly group: UnitGroup }
  | { readonly kind: 'zone'; readonly zone: Zone }
  | { readonly kind: 'field'; readonly field: Field }
  | { readonly kind: 'enterprise'; readonly enterprise: Enterprise }
  | { readonly kind: 'type'; readonly type: RequestType }
  | { readonly kind: 'urgency'; readonly urgency: Urgency };

export type Lexicon = {
  readonly source: NameSource;
  readonly names: Phrases<Name>;
  readonly taxCodes: ReadonlyMap<string, Enterprise>;
  /** The words of each name: the next lexicon has nearly all of them too, and they are most of its making. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
};

/** @param before the one that this takes the place of */
export const lexiconOf = (source: NameSource, today: IsoDate, before?: Lexicon): Lexicon => {
  const { directory, zones, fields, groups, aliases } = source.reference;
  const keys = new Map<string, readonly string[]>();
  const keysIn = (name: string): readonly string[] => {
    const found = keys.get(name) ?? before?.keys.get(name) ?? keysOf(plainKey(name));
    keys.set(name, found);
    return found;
  };
  const entries: [readonly string[], Name][] = [];
  const add = (names: readonly string[], name: Name): void => {
    for (const each of names) entries.push([keysIn(each), name]);
  };
  for (const unit of directory.units.values()) addUnit(unit, today, add);
  for (const group of groups) add(groupNames(group.name), { kind: 'group', group });
  for (const zone of zones.values()) add([zone.name, ...zone.aliases, `KCN ${zone.code}`], { kind: 'zone', zone });
  for (const field of fields.values())
    if (isValidOn(field, today)) add([field.name, ...field.aliases], { kind: 'field', field });
  for (const enterprise of source.enterprises)
    add(enterpriseNames(enterprise.name), { kind: 'enterprise', enterprise });
  for (const alias of aliases) {
    const name = namedBy(alias, source, today);
    if (name !== null) add([alias.name], name);
  }
  return {
    source,
    names: phrasesOf(entries),
    taxCodes: new Map(source.enterprises.map((enterprise) => [enterprise.taxCode, enterprise])),
    keys,
  };
};

/** Nothing when it is not there any more: the name comes back with it. */
const namedBy = ({ kind, subject }: Alias, source: NameSource, today: IsoDate): Name | null => {
  const { directory, zones, fields } = source.reference;
  switch (kind) {
    case 'unit': {
      const unit = directory.unitsByCode.get(subject);
      return unit === undefined ? null : { kind, unit, isBare: false };
    }
    case 'zone': {
      const zone = [...zones.values()].find(({ code }) => code === subject);
      return zone === undefined ? null : { kind, zone };
    }
    case 'field': {
      const field = [...fields.values()].find((one) => one.code === subject && isValidOn(one, today));
      return field === undefined ? null : { kind, field };
    }
    case 'enterprise': {
      const enterprise = source.enterprises.find(({ taxCode }) => taxCode === subject);
      return enterprise === undefined ? null : { kind, enterprise };
    }
    case 'type': {
      const type = REQUEST_TYPES.find((one) => one === subject);
      return type === undefined ? null : { kind, type };
    }
    case 'urgency': {
      const urgency = URGENCIES.find((one) => one === subject);
      return urgency === undefined ? null : { kind, urgency };
    }
  }
};

type Add = (names: readonly string[], name: Name) => void;

/** `các xã, phường có KCN`, said with more words or fewer. */
const groupNames = (name: string): string[] => {
  const bare = name.replace(/^các /, '');
  const long = bare.replace('KCN', 'khu công nghiệp');
  return [bare, long].flatMap((one) => [one, `các ${one}`, `UBND các ${one}`, `tất cả các ${one}`, `toàn bộ ${one}`]);
};

/** A unit that has ended is known by its full names only: its bare one belongs to an heir. */
const addUnit = (unit: Unit, today: IsoDate, add: Add): void => {
  const isOpen = isValidOn(unit, today);
  const names = unitNames(unit);
  const of = (isBare: boolean): string[] => names.filter((name) => name.isBare === isBare).map(({ name }) => name);
  const kind = keysOf(plainKey(unit.shortName))[0] ?? '';
  const full = isOpen
    ? of(false)
    : of(false).filter((name) => unit.kind !== 'district' || keysOf(plainKey(name)).some((word) => word === kind));
  add(full, { kind: 'unit', unit, isBare: false });
  if (isOpen) add(of(true), { kind: 'unit', unit, isBare: true });
};

const FORMS = /^Công ty (?:TNHH(?: MTV| Một thành viên)?|Cổ phần|CP|Liên doanh) /;
const TAILS = / (?:Việt Nam|Giả Định)$/;
/** Shorter than this it is a common word. */
const MIN_PROPER_LETTERS = 5;

/** The full name, without the legal form, and by the word that no other has. */
const enterpriseNames = (name: string): string[] => {
  const proper = name.replace(FORMS, '').replace(TAILS, '');
  const words = proper.split(' ');
  const [first = ''] = words;
  const isInvented = first.length >= MIN_PROPER_LETTERS && /^[A-Za-z]+$/.test(first);
  const short = isInvented ? [first] : [];
  // Behind what it makes: `Nước giải khát Suối Trong`.
  const own = isInvented || words.length < 4 ? [] : [words.slice(-2).join(' ')];
  const called = ['Công ty', 'Cty', 'CTCP', 'Doanh nghiệp', 'DN', 'Nhà máy'].flatMap((word) => [
    `${word} ${proper}`,
    ...[...short, ...own].map((one) => `${word} ${one}`),
  ]);
  return [name, name.replace(TAILS, ''), ...called, ...(proper.includes(' ') ? [proper] : []), ...short];
};
