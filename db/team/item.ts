/** The checklist of a team. */
import { sql } from 'kysely';
import type { Item, ItemChange, ItemState } from '#domain/team/item.ts';
import type { IsoDate, Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';

/** From the templates in force on the day of the decision, enterprise by enterprise, numbered through. */
export const makeChecklist = async (tx: Tx, teamId: number, day: IsoDate): Promise<void> => {
  await sql`
    insert into checklist_item (team_id, no, enterprise_id, topic, words, basis, template_id)
    select t.id, row_number() over (order by e.enterprise_id, array_position(t.topics, c.code), i.ordinal),
      e.enterprise_id, c.code, i.words, i.basis, c.id
    from team t
    join team_enterprise e on e.team_id = t.id
    join (
      select distinct on (code) id, code from checklist_template
      where valid_from <= ${day} and (valid_to is null or valid_to >= ${day})
      order by code, valid_from desc
    ) c on c.code = any(t.topics)
    join checklist_template_item i on i.template_id = c.id
    where t.id = ${teamId}`.execute(tx);
};

/** The last item of a team that follows a finding: whether what it asked for was done. */
export const addFollowItem = async (tx: Tx, teamId: number, words: string): Promise<void> => {
  await sql`
    insert into checklist_item (team_id, no, enterprise_id, topic, words, template_id, finding_id)
    select t.id, last.no + 1, f.enterprise_id, last.topic, ${words}, last.template_id, f.id
    from team t join finding f on f.id = t.follows_finding
    cross join lateral (select no, topic, template_id from checklist_item where team_id = t.id order by no desc limit 1) last
    where t.id = ${teamId}`.execute(tx);
};

export type ItemRow = Item & { readonly evidence: number };

export const itemsOf = async (tx: Tx, teamId: number): Promise<readonly ItemRow[]> => {
  const { rows } = await sql<ItemRow & { state: ItemState }>`
    select i.no, i.enterprise_id as "enterpriseId", i.topic, i.words, i.basis, i.finding_id as "findingId", i.state, i.remark,
      i.assignee_id as "assigneeId", i.version, i.changed_by as "changedBy", i.changed_at as "changedAt",
      (select count(*) from evidence v where v.team_id = i.team_id and v.item_no = i.no)::int as evidence
    from checklist_item i where i.team_id = ${teamId} order by i.no`.execute(tx);
  return rows;
};

/** The caller holds the team's lock, and has looked at the version under it. */
export const saveItem = async (
  tx: Tx,
  teamId: number,
  { no, state, remark, assigneeId }: ItemChange,
  by: { readonly personId: number; readonly at: Millis },
): Promise<void> => {
  await tx
    .updateTable('checklist_item')
    .set((eb) => ({
      version: eb('version', '+', 1),
      changed_by: by.personId,
      changed_at: new Date(by.at),
      ...(state === undefined ? {} : { state }),
      ...(remark === undefined ? {} : { remark }),
      ...(assigneeId === undefined ? {} : { assignee_id: assigneeId }),
    }))
    .where('team_id', '=', teamId)
    .where('no', '=', no)
    .execute();
};
