/**
 * Why a name cannot be given to a thing: sentences would then be read differently, or not at all. A name may say
 * nothing that the language says already, and may not be another's, nor one slip away from it.
 */
import type { AliasTarget } from '#domain/directory/alias.ts';
import { codeOf, typeIn, urgencyIn } from '../intent/choice-words.ts';
import { intentOf } from '../intent/intents.ts';
import { readTimes } from '../time/read-times.ts';
import { typed } from '../typed.ts';
import type { Known } from '../understand.ts';
import type { Name } from './lexicon.ts';
import { longestAt } from './phrases.ts';
import { wordsOf } from './words.ts';

export type AliasFault =
  | { readonly kind: 'short' | 'number' | 'time' | 'command' | 'choice' | 'common' }
  | { readonly kind: 'has' }
  | { readonly kind: 'taken' | 'near'; readonly by: Name };

const MIN_LETTERS = 3;

export const aliasFault = (name: string, target: AliasTarget, { lexicon, now, calendar }: Known): AliasFault | null => {
  const text = typed(name);
  const words = wordsOf(text);
  const keys = words.map(({ key }) => key);
  if (keys.every((word) => NUMBER.test(word)) || codeOf(text) !== null) return { kind: 'number' };
  if (readTimes(text, { now, calendar, direction: 'open' }).length > 0) return { kind: 'time' };
  if (typeIn(text) !== null || urgencyIn(text) !== null) return { kind: 'choice' };
  if (wants(name)) return { kind: 'command' };
  if (keys.every((word) => TIME.test(word) || NUMBER.test(word))) return { kind: 'time' };
  if (keys.every((word) => COMMON.test(word) || NUMBER.test(word))) return { kind: 'common' };
  if (keys.join('').length < MIN_LETTERS) return { kind: 'short' };
  const found = longestAt(lexicon.names, words, 0);
  if (found === null || found.count < words.length) return null;
  const by = found.value.find((one) => !isOf(one, target));
  if (by !== undefined) return { kind: found.isExact ? 'taken' : 'near', by };
  return found.isExact ? { kind: 'has' } : null;
};

/** Whether it opens a command by itself, or before what would be said of it. */
const wants = (name: string): boolean =>
  [name, `${name} về nội dung sau`].some((line) => intentOf(typed(line)) !== 'none');

const isOf = (name: Name, { kind, subject }: AliasTarget): boolean =>
  name.kind === kind && codeOfName(name) === subject;

const codeOfName = (name: Name): string | null => {
  switch (name.kind) {
    case 'unit':
      return name.unit.code;
    case 'zone':
      return name.zone.code;
    case 'field':
      return name.field.code;
    case 'enterprise':
      return name.enterprise.taxCode;
    case 'type':
      return name.type;
    case 'urgency':
      return name.urgency;
    case 'group':
      return null;
  }
};

const NUMBER =
  /^(?:\d+|[ivx]+|mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi|tram|nghin|ngan|trieu|ty|nua|ruoi|mong|chuc)$/;
const TIME =
  /^(?:gio|phut|tieng|ngay|tuan|thang|quy|nam|ky|hom|mai|mot|kia|nay|qua|truoc|sau|toi|tới|thu|chu|nhat|sang|trua|chieu|dem|dau|giua|cuoi|het|han|nlv|lam|viec|trong|vong|den|tu|khi|luc|vao|bay|cham|som|muon|le|tet|am|duong|lich|cung)$/;
/** What is in nearly every sentence: a name of such words only would be found in all of them. */
const COMMON =
  /^(?:ban|bo|can|cac|cap|cho|chua|co|con|cong|cua|da|dang|de|den|di|do|don|dong|duoc|gi|gui|ho|hoi|hop|kcn|khong|khu|kiem|kinh|la|lam|lap|len|lieu|mo|moi|mot|muc|nao|nghi|nghiep|nguoi|nha|nhan|nhieu|nhom|nhung|noi|o|ong|ba|anh|chi|em|toi|minh|phan|phong|phoi|phuong|quan|ra|roi|rut|sau|se|sinh|so|ta|tai|tat|theo|thi|tim|tin|tinh|tra|loi|tren|trong|tu|va|van|ve|vi|viec|voi|xa|xem|xin|y|kien|yeu|cau|thong|tke|ubnd|so|huyen|thanh|pho|dn|cv|cty|ty)$/;
