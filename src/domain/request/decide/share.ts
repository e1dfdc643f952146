/** Thêm người theo dõi · Trao đổi: more people who follow, and words between the two sides of one part. */
import { membershipsOf, type PersonId } from '#domain/directory/directory.ts';
import { ok, type Result, refused } from '#domain/result.ts';
import { dateOf } from '#domain/time.ts';
import type { Case, Decision } from '../decision.ts';
import type { Part } from '../request.ts';

export const addWatcher = ({ reference, dossier, now }: Case, personId: PersonId): Result<Decision> => {
  const isThere = membershipsOf(reference.directory, personId, dateOf(now)).length > 0;
  if (!isThere) return refused('watcher.gone');
  if (dossier.watchers.includes(personId)) return refused('watcher.already');
  return ok({
    side: [{ kind: 'watcher_added', personId }],
    facts: [{ kind: 'watcher_added', partId: null, data: { person: personId } }],
    told: ['new_watcher'],
  });
};

export type Message = { readonly words: string; readonly fileIds: readonly number[] };

export const exchange = (part: Part, { words, fileIds }: Message): Decision => ({
  side: [{ kind: 'exchanged', partId: part.id, words, fileIds }],
  facts: [{ kind: 'exchanged', partId: part.id, data: { reason: words, files: fileIds.length } }],
  told: ['other_side'],
});
