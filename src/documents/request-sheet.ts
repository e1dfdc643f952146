/** A request with its history on paper, as far as one person sees it: the lines of his card and his history. */

import type { Person, UnitId } from '#domain/directory/directory.ts';
import type { Template } from '#domain/document/template.ts';
import type { Insight } from '#domain/permission/insight.ts';
import type { Reference } from '#domain/reference.ts';
import type { Dossier } from '#domain/request/request.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import { type Line, plainLine } from '#message/outbound.ts';
import { agencyOf } from '#text/documents/agency.ts';
import { texts } from '#text/documents/sheet.ts';
import { outcomeLines, partLines, requestLines } from '#text/request/card.ts';
import { factLines, type HistoryFact } from '#text/request/history.ts';
import type { Block, Column, Paper } from './decree30/paper.ts';
import { fillTemplate } from './from-template.ts';

export type Sheet = {
  readonly reference: Reference;
  readonly dossier: Dossier;
  readonly facts: readonly HistoryFact[];
  readonly insight: Insight;
  readonly maker: Person;
  readonly makerUnitId: UnitId;
  readonly now: Millis;
  readonly template: Template;
  /** Says which template it was. */
  readonly foot: string;
};

export const requestSheet = (sheet: Sheet): Paper => {
  const { reference, dossier, maker, makerUnitId, now, template, foot } = sheet;
  const { request } = dossier;
  const agency = agencyOf(reference.directory, makerUnitId);
  return {
    head: {
      superior: agency.superiorLines,
      issuer: agency.issuerLines,
      symbol: texts.symbol(agency.issuerSymbol),
      about: null,
      place: agency.place,
      year: Number(dateOf(now).slice(0, 4)),
      stamp: null,
    },
    title: { kind: texts.kind, about: request.subject },
    basis: [],
    addressees: [],
    body: fillTemplate(template, {
      ma: request.code,
      thong_tin: aboutRequest(sheet),
      bang_don_vi: unitTable(sheet),
      ket_qua: sheet.insight.content ? labelled(outcomeLines(request)) : [],
      bang_lich_su: historyTable(sheet),
    }),
    signature: { left: null, right: { authority: [], title: texts.maker, name: maker.name } },
    recipients: [],
    archive: agency.archive,
    annexes: [],
    reference: `${request.code} · ${foot}`,
  };
};

const aboutRequest = ({ reference, dossier, now, insight }: Sheet): readonly Block[] =>
  labelled(requestLines(reference, dossier.request, { now, insight }));

/** "Khu: …": what stands before the colon is set apart. */
const labelled = (lines: readonly Line[]): readonly Block[] =>
  lines
    .map((line) => plainLine(line).trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, label, rest] = /^(\p{Lu}[^:]{1,30}):\s(.*)$/u.exec(line) ?? [];
      return {
        kind: 'paragraph',
        words: label === undefined || rest === undefined ? line : [{ bold: `${label}: ` }, rest],
      };
    });

const columns = texts.columns;
const UNIT_COLUMNS: readonly Column[] = [
  { title: columns.no, share: 1, align: 'center' },
  { title: columns.unit, share: 5, align: 'left' },
  { title: columns.course, share: 8, align: 'left' },
];

/** `1. UBND xã Thiên Lộc: đã trả lời`, and what is told of it. */
const unitTable = ({ reference, dossier, now, insight }: Sheet): readonly Block[] => {
  const rows = dossier.parts.map((part) => {
    const [first = '', ...rest] = partLines(reference, dossier.request, part, { now, insight }).map(plainLine);
    const [, unit = '', state = ''] = /^\d+\. (.*): ([^:]*)$/.exec(first) ?? [];
    return [String(part.ordinal), unit, [state, ...rest.map((line) => line.trim())].join('\n')];
  });
  return [{ kind: 'table', columns: UNIT_COLUMNS, rows }];
};

const HISTORY_COLUMNS: readonly Column[] = [
  { title: columns.when, share: 5, align: 'left' },
  { title: columns.what, share: 8, align: 'left' },
];

const historyTable = ({ reference, facts }: Sheet): readonly Block[] => {
  const rows = facts.map((fact) => factLines(reference.directory, fact).map((line) => line.trim()));
  return rows.length === 0 ? [] : [{ kind: 'table', columns: HISTORY_COLUMNS, rows }];
};
