/** Enterprises as an import brings them: new ones, and what is new about those that are known. */
import { sql } from 'kysely';
import type { NewEnterprise } from '#domain/enterprise.ts';
import type { Tx } from '../client.ts';
import { appendFacts, type Origin } from '../fact.ts';

/** @returns how many were new or changed */
export const saveEnterprises = async (tx: Tx, all: readonly NewEnterprise[], origin: Origin): Promise<number> => {
  if (all.length === 0) return 0;
  const { rows } = await sql<{ taxCode: string; isNew: boolean }>`
    insert into enterprise as e (tax_code, name, zone_id, sector)
    select "taxCode", name, "zoneId", sector
    from jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as t("taxCode" text, name text, "zoneId" int, sector text)
    on conflict (tax_code) do update set name = excluded.name, zone_id = coalesce(excluded.zone_id, e.zone_id),
      sector = coalesce(excluded.sector, e.sector)
    -- What says nothing new leaves no trace.
    where (e.name, e.zone_id, e.sector) is distinct from
      (excluded.name, coalesce(excluded.zone_id, e.zone_id), coalesce(excluded.sector, e.sector))
    returning tax_code as "taxCode", xmax = 0 as "isNew"`.execute(tx);
  const facts = rows.map(({ taxCode, isNew }) => ({
    kind: isNew ? 'enterprise_entered' : 'enterprise_corrected',
    partId: null,
    data: { taxCode },
  }));
  if (facts.length > 0) await appendFacts(tx, 'directory', facts, origin);
  return rows.length;
};
