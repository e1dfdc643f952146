/** Finds units, zone, field and enterprise in a sentence. What two names could mean is left open, and asked. */
import { isValidOn } from '#domain/directory/directory.ts';
import type { Field, Zone } from '#domain/reference.ts';
import type { IsoDate } from '#domain/time.ts';
import { type Place, type Typed, typedAt } from '../typed.ts';
import type { Lexicon, Name } from './lexicon.ts';
import { longestAt } from './phrases.ts';
import { type Word, wordsOf } from './words.ts';

export type Names = {
  readonly units: readonly string[];
  readonly zone: string | null;
  readonly field: string | null;
  readonly enterprise: string | null;
};

/** A name as it was said. A unit that has ended stands for its heirs; of several it is not told which is meant. */
export type Mention = Place & {
  readonly kind: Name['kind'];
  readonly codes: readonly string[];
  readonly isOpen: boolean;
};

export type NamesRead = Names & { readonly mentions: readonly Mention[] };

export const readNames = (text: Typed, lexicon: Lexicon, today: IsoDate): NamesRead => {
  const found = namesIn(text, lexicon);
  const zones = unique(found.flatMap((name) => (name.kind === 'zone' ? [name.zone] : [])));
  const [zone = null] = zones.length === 1 ? zones : [];
  const fields = unique(found.flatMap((name) => (name.kind === 'field' ? [name.field] : [])));
  const enterprises = unique(found.flatMap((name) => (name.kind === 'enterprise' ? [name.enterprise.taxCode] : [])));
  const mentions = found.map((name) => mention(name, unitCodes(name, lexicon, zone, today)));
  return {
    units: unique(mentions.flatMap(({ kind, codes }) => (kind === 'unit' || kind === 'group' ? codes : []))),
    zone: zone?.code ?? null,
    field: oneField(fields)?.code ?? null,
    enterprise: enterprises.length === 1 ? (enterprises[0] ?? null) : null,
    mentions,
  };
};

const mention = (name: Name & Place, units: readonly string[]): Mention => {
  const { kind, start, end } = name;
  return { kind, start, end, codes: codesOf(name, units), isOpen: kind === 'unit' && units.length > 1 };
};

const codesOf = (name: Name, units: readonly string[]): readonly string[] => {
  if (name.kind === 'zone') return [name.zone.code];
  if (name.kind === 'field') return [name.field.code];
  if (name.kind === 'type') return [name.type];
  if (name.kind === 'urgency') return [name.urgency];
  return name.kind === 'enterprise' ? [name.enterprise.taxCode] : units;
};

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

const namesIn = (text: Typed, lexicon: Lexicon): readonly (Name & Place)[] => {
  const words = wordsOf(text);
  const found: (Name & Place)[] = [];
  for (let index = 0; index < words.length; ) {
    const { start = 0, end = 0, key = '' } = words[index] ?? {};
    const enterprise = lexicon.taxCodes.get(key);
    if (enterprise !== undefined) found.push({ kind: 'enterprise', enterprise, start, end });
    const match = longestAt(lexicon.names, words, index);
    const name = match === null ? undefined : chosen(match.value);
    const isMeant =
      match !== null &&
      name !== undefined &&
      fits(text, words, { name, index, count: match.count, isExact: match.isExact });
    if (isMeant) found.push({ ...name, start, end: words[index + match.count - 1]?.end ?? 0 });
    index += isMeant ? match.count : 1;
  }
  return found.filter(({ kind, start, end }, index) => {
    const others = found.slice(index + 1).some((one) => one.kind === 'unit' || one.kind === 'group');
    if (kind !== 'unit') return true;
    if (others && ASKS.test(text.plain.slice(end, end + 40))) return false;
    const isOnly = !found.some((one, at) => at !== index && (one.kind === 'unit' || one.kind === 'group'));
    return (
      isOnly ||
      !(
        TELLS.test(text.plain.slice(end, end + 40)) ||
        isWriter(text, start) ||
        ADDRESSED.test(text.plain.slice(Math.max(0, start - 30), start))
      )
    );
  });
};

/** `UBND xã A đề nghị xã B`: the one that asks is not the one asked. */
const ASKS = /^,? (?:tran trong |kinh )?(?:de nghi|xin y kien|lay y kien|yeu cau|de xuat|kien nghi|moi|xin|nho)\b/;

/** `Ban Quản lý nhận được đơn …`: it tells what has been, and is asked for nothing. */
const TELLS =
  /^,? (?:da |vua |moi )*(?:nhan duoc|tiep nhan duoc|co (?:cong van|van ban|to trinh|bao cao) (?:so|ngay|\d|#|de nghi|kien nghi|phan anh))/;

/** Where the answer goes. */
const ADDRESSED = /\b(?:gui|nop|chuyen|bao cao|tra loi|phan hoi)(?: ket qua)? (?:ve|len)(?: cho)? $/;

/** `Công văn số 12/UBND-KT ngày 12/11/2026 của UBND Thành phố`: whose letter it is. */
const LETTER =
  /\b(?:cong van|van ban|quyet dinh|to trinh|thong bao|ke hoach|chi thi|bao cao|don|thu|nghi quyet)(?: so)?(?: [\w/&.-]{2,24})?,?(?: ngay [\d/.-]{3,10})? cua $/;

const isWriter = ({ plain }: Typed, start: number): boolean => LETTER.test(plain.slice(Math.max(0, start - 80), start));

/** One name of two things: a unit that is still there, else nothing certain. */
const chosen = (names: readonly Name[]): Name | undefined => {
  if (names.length === 1) return names[0];
  const full = names.filter((name) => name.kind !== 'unit' || !name.isBare);
  return full.length === 1 ? full[0] : undefined;
};

type Match = { readonly name: Name; readonly index: number; readonly count: number; readonly isExact: boolean };

const fits = (text: Typed, words: readonly Word[], match: Match): boolean => {
  const { name, index, count, isExact } = match;
  const first = words[index];
  const last = words[index + count - 1];
  if (first === undefined || last === undefined) return false;
  if (name.kind === 'zone') return !isNumbered(words[index + count], name.zone) && !isElsewhere(words, index);
  if (name.kind === 'type' || name.kind === 'urgency') return isExact;
  if (name.kind === 'enterprise') return isExact || last.end - first.start >= 8;
  // `chủ đầu tư` is somebody, not a field.
  if (name.kind === 'field')
    return isField(first, last, match) && !(first.key === 'dau' && words[index - 1]?.key === 'chu');
  if (name.kind !== 'unit' || !name.isBare) return isExact || !isPerson(words[index - 1]);
  return isExact && isPlace(text, words, index, count);
};

/** A road or a person may bear the name that a zone is called by without a word for it. */
const isElsewhere = (words: readonly Word[], index: number): boolean => {
  const [before, first] = [words[index - 1], words[index]];
  if (before === undefined || first === undefined || /^(?:kcn|ccn|khu|cum)$/.test(first.key)) return false;
  return /^(?:duong|pho|cau|cho|ga|ho|truong|benh|khach|nha|anh|chi|ong|ba)$/.test(before.key);
};

/** `KCN Quang Minh II` is not the first one. */
const isNumbered = (next: Word | undefined, zone: Zone): boolean => {
  if (next === undefined) return false;
  const isOfMany = / (?:I|B)$/.test(zone.name);
  return isOfMany ? /^(?:ii|iii|iv|[2-9])$/.test(next.key) : /^(?:ii|iii|iv)$/.test(next.key);
};

const BEFORE_PERSON = /^(?:anh|chi|ong|ba|co|chu|bac|em|dc|thi|van|dong|chi|ho|ten|hieu)$/;

const isPerson = (before: Word | undefined): boolean => before !== undefined && BEFORE_PERSON.test(before.key);

const LOCAL =
  /^(?:kcn|ccn|cty|duong|pho|thon|lang|cum|nghiep|benh|truong|cho|ga|cau|tram|san|bay|to|khu|nha|song|ho|nguyen|tran|le|pham|hoang|vu|vo|dang|bui|do|duong|ly|ngo|dinh|cong|ty|huyen|quan)$/;

/** A bare proper name is a place when it is written as a name and nobody's name goes before it. */
const isPlace = (text: Typed, words: readonly Word[], index: number, count: number): boolean => {
  const before = words[index - 1];
  const [first, last] = [words[index], words[index + count - 1]];
  if (first === undefined || last === undefined) return false;
  if (before !== undefined && (BEFORE_PERSON.test(before.key) || LOCAL.test(before.key))) return false;
  const isShouted = text.clean === text.clean.toUpperCase();
  const isLow = text.clean === text.clean.toLowerCase();
  // Without capitals at all, nothing tells a name from other words.
  if (isLow) return !text.isMarked || count > 1;
  const isCapital = (word: Word | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(typedAt(text, word));
  return (
    isShouted ||
    (isCapital(first) &&
      isCapital(last) &&
      !(isCapital(before) && index > 1 && !/[.,;:]\s*$/.test(text.clean.slice(0, first.start))))
  );
};

/** A slip in a common word makes another word, so a field's name must be long to bear one. */
const isField = (first: Word, last: Word, { count, isExact }: Match): boolean =>
  isExact || (count >= 3 && last.end - first.start >= 12);

/** The part rather than the whole it belongs to; of two that have nothing in common, none. */
const oneField = (fields: readonly Field[]): Field | null => {
  const parents = new Set(fields.map(({ parentId }) => parentId));
  const narrow = fields.filter(({ id }) => !parents.has(id));
  return narrow.length === 1 ? (narrow[0] ?? null) : null;
};

const unitCodes = (name: Name, lexicon: Lexicon, zone: Zone | null, today: IsoDate): readonly string[] => {
  const { directory } = lexicon.source.reference;
  if (name.kind === 'group') return name.group.units.flatMap((id) => directory.units.get(id)?.code ?? []);
  if (name.kind !== 'unit') return [];
  return isValidOn(name.unit, today) ? [name.unit.code] : heirs(name.unit.code, lexicon, zone, today);
};

/** Those who took over and are there today; where a zone is named, those in whose area it lies. */
const heirs = (code: string, lexicon: Lexicon, zone: Zone | null, today: IsoDate): readonly string[] => {
  const { directory } = lexicon.source.reference;
  const next = lexicon.source.successors.get(code) ?? [];
  const open = next.flatMap((heir) => {
    const unit = directory.unitsByCode.get(heir);
    if (unit === undefined) return [];
    return isValidOn(unit, today) ? [heir] : heirs(heir, lexicon, zone, today);
  });
  const inZone = (zone?.units ?? []).filter((unit) => isValidOn(unit, today));
  const main = inZone.filter(({ role }) => role === 'main');
  const codes = new Set((main.length > 0 ? main : inZone).map(({ unitId }) => directory.units.get(unitId)?.code));
  const narrow = open.filter((heir) => codes.has(heir));
  return unique(narrow.length > 0 ? narrow : open);
};
