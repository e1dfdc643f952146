/** What minutes say, as one value: gathered from the record when they are locked, and hashed as it is kept. */
import { createHash } from 'node:crypto';
import { sortedJson } from '#domain/chain.ts';
import type { Minutes } from '#domain/team/minutes.ts';
import type { Team } from '#domain/team/team.ts';
import type { Tx } from '../client.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import { type Finding, findingsOf } from './finding.ts';
import { type ItemRow, itemsOf } from './item.ts';

export type Content = {
  readonly items: readonly ItemRow[];
  readonly findings: readonly Pick<Finding, 'id' | 'words' | 'due'>[];
  /** With the hash of each file, so that the annex is proved by the lock. */
  readonly evidence: readonly (Pick<Evidence, 'id' | 'itemNo' | 'fileId' | 'words' | 'sentBy' | 'sentAt'> & {
    readonly sha256: string | null;
  })[];
  readonly team: Pick<Team, 'code' | 'kind' | 'members' | 'decision'>;
  readonly minutes: Minutes;
};

export const minutesContent = async (
  tx: Tx,
  { id, code, kind, members, decision }: Team,
  minutes: Minutes,
): Promise<{ readonly content: Content; readonly sha256: Buffer }> => {
  const [items, findings, evidence] = await Promise.all([itemsOf(tx, id), findingsOf(tx, id), evidenceOf(tx, id)]);
  const own = items.filter((item) => item.enterpriseId === minutes.enterpriseId);
  const numbers = new Set(own.map(({ no }) => no));
  const content: Content = {
    items: own,
    findings: findings
      .filter((finding) => finding.enterpriseId === minutes.enterpriseId)
      .map(({ id: finding, words, due }) => ({ id: finding, words, due })),
    evidence: evidence
      .filter(({ itemNo }) => numbers.has(itemNo))
      .map(({ id: one, itemNo, fileId, words, sentBy, sentAt, sha256 }) => ({
        ...{ id: one, itemNo, fileId, words, sentBy, sentAt },
        sha256: sha256?.toString('hex') ?? null,
      })),
    team: { code, kind, members, decision },
    minutes,
  };
  return { content, sha256: createHash('sha256').update(sortedJson(content)).digest() };
};
