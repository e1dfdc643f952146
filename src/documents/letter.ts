/** Drafts of the letters that a side sends about a request: number, symbol and date are the clerk's. */
import type { UnitId } from '#domain/directory/directory.ts';
import type { Template, TemplateCode } from '#domain/document/template.ts';
import { type Letter, senderOf } from '#domain/permission/letter.ts';
import { type Reference, regulationOf } from '#domain/reference.ts';
import { endOf } from '#domain/request/clock.ts';
import { type Dossier, isSettled, type Part } from '#domain/request/request.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import { formatDue } from '#text/calendar/dates.ts';
import { agencyOf } from '#text/documents/agency.ts';
import { askedBy, inSentence, letterAbout, regulationName, stampOf, texts } from '#text/documents/letters.ts';
import type { Signatory } from '#text/documents/signers.ts';
import { extraLines } from '#text/request/filing-more.ts';
import { positions, requestTypes } from '#text/request/words.ts';
import type { Paper } from './decree30/paper.ts';
import { fillTemplate, type Values } from './from-template.ts';

export const LETTER_TEMPLATES = {
  ask: 'cong-van-hoi-y-kien',
  answer: 'cong-van-tra-loi',
  urge: 'cong-van-don-doc',
} as const satisfies Readonly<Record<Letter, TemplateCode>>;

export type LetterDraft = {
  readonly letter: Letter;
  readonly reference: Reference;
  readonly dossier: Dossier;
  /** Null: the asking letter to all units. */
  readonly part: Part | null;
  readonly signatory: Signatory;
  readonly now: Millis;
  readonly template: Template;
  readonly foot: string;
};

export const letterPaper = (draft: LetterDraft): Paper => {
  const { letter, reference, dossier, now, template, foot } = draft;
  const { directory } = reference;
  const { request } = dossier;
  const { from, to } = sidesOf(draft);
  const agency = agencyOf(directory, from);
  return {
    head: {
      superior: agency.superiorLines,
      issuer: agency.issuerLines,
      symbol: agency.symbol,
      about: letterAbout[letter](request),
      place: agency.place,
      year: Number(dateOf(now).slice(0, 4)),
      stamp: stampOf(request.urgency),
    },
    title: null,
    basis: [],
    addressees: [...new Set(to.map((id) => agencyOf(directory, id).issuer))],
    body: fillTemplate(template, valuesOf(draft)),
    signature: { left: null, right: draft.signatory },
    recipients: [texts.sameAbove],
    archive: agency.archive,
    annexes: [],
    reference: `${request.code} · ${foot}`,
  };
};

type Sides = { readonly from: UnitId; readonly to: readonly UnitId[] };

const sidesOf = ({ letter, dossier, part }: LetterDraft): Sides => {
  const { request, parts } = dossier;
  const from = senderOf(letter, dossier, part);
  if (part === null) {
    const asked = parts.filter((one) => !isSettled(one));
    return { from, to: (asked.length > 0 ? asked : parts).map((one) => one.unitId) };
  }
  return { from, to: [letter === 'answer' ? request.askingUnitId : part.unitId] };
};

/** Every value that a letter's template may name; each takes those it has. */
const valuesOf = (draft: LetterDraft): Values => {
  const { letter, reference, dossier, part } = draft;
  const { request } = dossier;
  const { directory } = reference;
  const nameOf = (id: UnitId): string => agencyOf(directory, id).issuer;
  const answer = part?.draft ?? part?.answer ?? null;
  const enterprise = request.enterpriseId === null ? undefined : reference.enterprises.get(request.enterpriseId);
  const zone = request.zoneId === null ? undefined : reference.zones.get(request.zoneId);
  return {
    ma: request.code,
    quy_che: regulationName(regulationOf(reference, request)),
    don_vi_hoi: nameOf(request.askingUnitId),
    don_vi_nhan: part === null ? '' : nameOf(part.unitId),
    don_vi_tra_loi: part === null ? '' : nameOf(part.unitId),
    loai: requestTypes[request.type],
    trich_yeu: inSentence(request.subject),
    khu: zone?.name ?? '',
    doanh_nghiep: enterprise === undefined ? '' : `${enterprise.name} (${enterprise.taxCode})`,
    linh_vuc: reference.fields.get(request.fieldId)?.name ?? '',
    van_ban: askedBy(request.docNumber, request.docDate, request.code),
    han: dueOf(draft),
    y_kien: answer === null ? '' : positions[answer.position],
    noi_dung: letter === 'answer' ? (answer?.words ?? '') : [...extraLines(request.extra), request.content].join('\n'),
  };
};

/** The part's, or the last of those asked. */
const dueOf = ({ dossier: { parts }, part }: LetterDraft): string => {
  const last = part ?? parts.toSorted((a, b) => b.due - a.due)[0];
  return last === undefined ? '' : formatDue({ ...endOf(last.due), provisional: last.provisional });
};
