/** Important notices: whoever has not said that he has one hears of it again (RE6). */
import { standIns } from '#domain/directory/delegation.ts';
import { toldLeaders } from '#domain/directory/told.ts';
import { handsOf } from '#domain/request/hands.ts';
import { nextRepeat } from '#domain/request/important.ts';
import { reminderNow } from '#domain/request/reminders.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import type { Books, Unreceived } from './books.ts';
import { leftOf } from './promises.ts';
import type { Waiting } from './waiting.ts';

type Notice = Unreceived & { readonly requestId: number; readonly at: Millis };

const keyOf = ({ personId, partId, kind }: Unreceived): string => `${personId} ${partId} ${kind}`;

export const openImportant = () => {
  const all = new Map<string, Notice>();

  const tell = (books: Books, notice: Omit<Notice, 'at'>, due: Millis, now: Millis): void => {
    all.set(keyOf(notice), { ...notice, at: nextRepeat(books.reference.calendar, due, now) });
  };

  return {
    nextAt: (): Millis => Math.min(Number.MAX_SAFE_INTEGER, ...[...all.values()].map(({ at }) => at)),
    /** An overdue reminder is one. */
    told: (books: Books, reminders: readonly Waiting[], now: Millis): void => {
      for (const { about, kind, person } of reminders) {
        if (kind !== 'overdue' || !('part' in about)) continue;
        const part = partOf(books, { requestId: about.request, partId: about.part });
        const notice = { personId: person, partId: about.part, requestId: about.request, kind: 'overdue' as const };
        if (part !== null) tell(books, notice, part.due, now);
      }
    },
    /** Those who have said so, or have been urged, since. */
    acted: (books: Books, now: Millis): void => {
      const open = new Set(books.unreceived.map(keyOf));
      for (const key of all.keys()) if (!open.has(key)) all.delete(key);
      for (const { notice, due } of urgedAt(books, now)) if (open.has(keyOf(notice))) tell(books, notice, due, now);
    },
    repeated: (books: Books, now: Millis): readonly Waiting[] =>
      [...all].flatMap(([key, notice]): Waiting[] => {
        if (notice.at > now) return [];
        const part = partOf(books, notice);
        const left = part === null ? null : leftOf(books, { requestId: notice.requestId, part }, now);
        const kind = left === null ? null : reminderNow(left, now);
        if (left === null || kind === null || (notice.kind === 'overdue' && kind !== 'overdue')) {
          all.delete(key);
          return [];
        }
        tell(books, notice, left.due, now);
        const { directory } = books.reference;
        const [person = notice.personId] = standIns(directory, [notice.personId], left.unitId, dateOf(now));
        const about = { part: left.id, request: notice.requestId };
        return [{ person, about, kind, at: now, isImportant: true }];
      }),
  };
};

/** Whoever has the part in hand, and its leaders. */
const urgedAt = ({ dossiers, reference: { directory } }: Books, now: Millis) =>
  [...dossiers.values()].flatMap(({ request, parts }) =>
    parts
      .filter(({ urgedAt: at }) => at === now)
      .flatMap((part) => {
        const day = dateOf(now);
        const people = [...handsOf(directory, part, day), ...toldLeaders(directory, part.unitId, day)];
        return people.map((personId) => ({
          notice: { personId, partId: part.id, requestId: request.id, kind: 'urged' as const },
          due: part.due,
        }));
      }),
  );

const partOf = ({ dossiers }: Books, of: { readonly requestId: number; readonly partId: number }) =>
  dossiers.get(of.requestId)?.parts.find(({ id }) => id === of.partId) ?? null;
