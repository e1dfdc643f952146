/** Versions of document texts. They are only added; the last one of a code is in force. */
import { sql } from 'kysely';
import type { TemplateCode } from '#domain/document/template.ts';
import type { Millis } from '#domain/time.ts';
import type { Db, Tx } from '../client.ts';
import { appendFacts, lockStream } from '../fact.ts';

const STREAM = 'template';

export type TemplateVersion = {
  readonly code: string;
  readonly version: number;
  readonly text: string;
  readonly at: Millis;
};

/**
 * The version in force. @param first what an office begins with: kept as version 1 when it is first used, so that a later
 * release with other words does not change what documents were made of
 */
export const templateInForce = async (
  tx: Tx,
  code: TemplateCode,
  first: string,
  now: Millis,
): Promise<TemplateVersion> => {
  const found = await lastOf(tx, code);
  if (found !== null) return found;
  await sql`
    insert into document_template (code, version, text, created_at)
    values (${code}, 1, ${first}, ${new Date(now)}) on conflict do nothing`.execute(tx);
  // Another one may have been first.
  return (await lastOf(tx, code)) ?? { code, version: 1, text: first, at: now };
};

const lastOf = async (tx: Tx, code: string): Promise<TemplateVersion | null> => {
  const [row] = await versions(tx, code);
  return row ?? null;
};

/** Newest first. */
export const versions = (tx: Tx, code: string): Promise<TemplateVersion[]> =>
  tx
    .selectFrom('document_template')
    .select(['code', 'version', 'text', 'created_at as at'])
    .where('code', '=', code)
    .orderBy('version', 'desc')
    .execute();

type NewVersion = {
  readonly code: TemplateCode;
  readonly text: string;
  readonly first: string;
  readonly channel: string;
  readonly now: Millis;
};

/** @returns the version in force then; null: the text is that of the version in force already */
export const addVersion = async (tx: Tx, { code, text, first, channel, now }: NewVersion): Promise<number | null> => {
  // Two who change it at once become two versions.
  await lockStream(tx, STREAM);
  const last = await templateInForce(tx, code, first, now);
  if (last.text === text) return null;
  const version = last.version + 1;
  await tx
    .insertInto('document_template')
    .values({ code, version, text, created_at: new Date(now), channel })
    .execute();
  const fact = { kind: 'template_set', partId: null, data: { code, version } };
  await appendFacts(tx, STREAM, [fact], { actorId: null, channel, at: now });
  return version;
};

export type MadeOf = { readonly code: string; readonly version: number };

type NewDocument = {
  readonly of: MadeOf;
  readonly requestId: number | null;
  readonly partId: number | null;
  readonly personId: number;
  readonly now: Millis;
};

export const noteDocument = async (tx: Tx, { of, requestId, partId, personId, now }: NewDocument): Promise<void> => {
  await tx
    .insertInto('made_document')
    .values({
      template_code: of.code,
      template_version: of.version,
      request_id: requestId,
      part_id: partId,
      person_id: personId,
      made_at: new Date(now),
    })
    .execute();
};

export type TemplateUse = { readonly code: string; readonly version: number; readonly made: number };

export const templateUses = async (db: Db): Promise<TemplateUse[]> => {
  const { rows } = await sql<TemplateUse>`
    select t.code, t.version, (select count(*) from made_document d
      where d.template_code = t.code and d.template_version = t.version) as made
    from document_template t order by t.code, t.version`.execute(db.query);
  return rows;
};
