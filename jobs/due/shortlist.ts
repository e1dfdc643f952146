/**
 * What is to be told of parts: of each person the most pressing, and how many there are. After an outage a coordinator may
 * have what a whole city owes: the dossiers are looked at in portions, and only those that a message shows are kept.
 */
import type { TakenRow } from '#db/remind/reminder.ts';
import { mutesOf } from '#db/remind/reminding.ts';
import { dossiersById, type LoadedDossier } from '#db/request/request.ts';
import { membershipsOf, type PersonId } from '#domain/directory/directory.ts';
import { isMuted, type Mute } from '#domain/reminder/mute.ts';
import { DIGEST_KINDS } from '#domain/request/digest.ts';
import { reminderNow } from '#domain/request/reminders.ts';
import type { Part } from '#domain/request/request.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import { byKind, type Counted, inOrder, MOST_COUNTED, MOST_LISTED } from './entry.ts';
import type { Item, ItemKind } from './item.ts';
import type { OwnCase } from './own-case.ts';
import { countedOf, weightOf } from './part-entry.ts';

export type Shortlist = {
  readonly items: readonly Item[];
  /** The next ones, in their order. */
  readonly counted: readonly Counted[];
  readonly total: number;
};

/** Requests looked at together. */
const PORTION = 500;

export const shortlists = async (on: OwnCase, rows: readonly TakenRow[]): Promise<ReadonlyMap<PersonId, Shortlist>> => {
  const lists = new Map<PersonId, Shortlist>();
  const mutes = await mutesOf(on.tx, [...new Set(rows.map(({ personId }) => personId))], on.now);
  const byRequest = [...Map.groupBy(rows, ({ requestId }) => requestId)];
  for (let from = 0; from < byRequest.length; from += PORTION) {
    const portion = byRequest.slice(from, from + PORTION);
    const ids = portion.map(([requestId]) => requestId);
    const dossiers = new Map((await dossiersById(on.tx, ids)).map((one) => [one.request.id, one]));
    const items = itemsOf(
      on,
      portion.flatMap(([, own]) => own),
      { dossiers, mutes },
    );
    for (const [to, own] of Map.groupBy(ofEachPart(items), (item) => item.to))
      lists.set(to, joined(lists.get(to), own));
  }
  return lists;
};

export const NOTHING: Shortlist = { items: [], counted: [], total: 0 };

const joined = (before: Shortlist = NOTHING, more: readonly Item[]): Shortlist => {
  const sorted = [...before.items, ...more].toSorted((a, b) => inOrder(weightOf(a), weightOf(b)));
  const pushedOut = sorted.slice(MOST_LISTED).map(countedOf);
  return {
    items: sorted.slice(0, MOST_LISTED),
    counted: [...before.counted, ...pushedOut].toSorted(inOrder).slice(0, MOST_COUNTED),
    total: before.total + more.length,
  };
};

type Known = { readonly dossiers: ReadonlyMap<number, LoadedDossier>; readonly mutes: readonly Mute[] };

/** What is still true, still to be told to this person, and not silent by his own word. */
const itemsOf = ({ reference, now }: OwnCase, rows: readonly TakenRow[], { dossiers, mutes }: Known): readonly Item[] =>
  rows.flatMap((row): Item[] => {
    const dossier = dossiers.get(row.requestId);
    const part = dossier?.parts.find((one) => one.id === row.partId);
    if (dossier === undefined || part === undefined || dossier.request.state !== 'open') return [];
    // Has left since it was queued: the part's next reminder reaches those who are there.
    if (membershipsOf(reference.directory, row.personId, dateOf(now)).length === 0) return [];
    const kind = kindNow(row, part, now);
    if (kind === null || isMuted(mutes, { ...row, kind }, now)) return [];
    return [{ to: row.personId, dossier, part, kind, noticeId: row.noticeId }];
  });

/** Silence and morning list are told as they were; a reminder says what is true now, or nothing of a part not owed. */
const kindNow = (row: TakenRow, part: Part, now: Millis): ItemKind | null => {
  if (row.kind === 'silence') return 'silence';
  return DIGEST_KINDS.find((one) => one === row.kind) ?? reminderNow(part, now);
};

/** Of one part a person hears once, the weightier way; Đã nhận answers for all of them. */
const ofEachPart = (items: readonly Item[]): readonly Item[] =>
  [...Map.groupBy(items, (item) => `${item.to}:${item.part.id}`).values()].flatMap((own) => {
    const [first] = own.toSorted(byKind);
    if (first === undefined) return [];
    return [{ ...first, noticeId: own.find((item) => item.noticeId !== null)?.noticeId ?? null }];
  });
