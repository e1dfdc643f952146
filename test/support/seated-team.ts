/** A decided team without its forms, for flows that begin where it goes to work. */
import { sql } from 'kysely';
import { inTransaction } from '#db/client.ts';
import { makeChecklist } from '#db/team/item.ts';
import { earlierTeams } from '#db/team/list.ts';
import { setStages } from '#db/team/stage.ts';
import { lockTeam } from '#db/team/team.ts';
import { insertTeam } from '#db/team/team-insert.ts';
import { saveTeamStep } from '#db/team/team-write.ts';
import { teamTermsOn } from '#db/team/terms.ts';
import type { DocNumber } from '#domain/document/number.ts';
import { decide } from '#domain/team/decide.ts';
import { type PlanDraft, plan } from '#domain/team/plan.ts';
import { stagesFor } from '#domain/team/stages.ts';
import { CAST, type CastName } from './cast.ts';
import type { Chats } from './chat.ts';

/** The leader is no drafter, the others are of three units. */
const MEMBERS = [
  ['dung', 'leader', 'bql-qhxd'],
  ['anh', 'secretary', 'bql-qhxd'],
  ['kiet', 'member', 'bql-qhxd'],
  ['lan', 'member', 'xa-thien-loc'],
  ['ha', 'member', 'cong-an-pccc'],
] as const satisfies readonly (readonly [CastName, string, string])[];

export const aDraft = async (chats: Chats, over: Partial<PlanDraft> = {}): Promise<PlanDraft> => ({
  kind: 'check',
  topics: ['pccc'],
  enterpriseIds: [await idOf(chats, 'enterprise', 'tax_code', '0199072004')],
  ...{ periodFrom: '2025-01-01', periodTo: '2025-12-31', firstDay: '2026-11-25', lastDay: '2026-11-25' },
  ...{ minute: 510, place: 'Nhà xưởng số 2', bring: 'Máy ảnh, thước đo' },
  members: await Promise.all(
    MEMBERS.map(async ([name, role, unit]) => ({
      personId: await idOf(chats, 'person', 'key', CAST[name]),
      unitId: await idOf(chats, 'unit', 'code', unit),
      role,
    })),
  ),
  ...{ exception: null, followsFinding: null },
  ...over,
});

export const idOf = async (chats: Chats, table: string, column: string, value: string): Promise<number> => {
  const [row] = await chats.query(
    sql<{ id: number }>`select id from ${sql.table(table)} where ${sql.ref(column)} = ${value}`,
  );
  if (row === undefined) throw new Error(`no ${table} is ${value}`);
  return row.id;
};

export const decidedTeam = async (
  chats: Chats,
  over: Partial<PlanDraft> = {},
  number = '125/QĐ-BQL',
): Promise<{ readonly id: number; readonly code: string }> => {
  const { runtime } = chats.office.first();
  const { calendar } = await runtime.reference.latest();
  const [draft, plannerId, actor, unitId] = await Promise.all([
    aDraft(chats, over),
    idOf(chats, 'person', 'key', CAST.trung),
    idOf(chats, 'person', 'key', CAST.thinh),
    idOf(chats, 'unit', 'code', 'bql'),
  ]);
  const now = chats.clock.now();
  const team = await inTransaction(runtime.db, async (tx) => {
    const others = await earlierTeams(tx, draft.enterpriseIds, 2026);
    const planned = plan({ calendar, unitId, plannerId }, draft, others);
    if (!planned.ok) throw new Error(planned.code);
    const origin = { actorId: plannerId, channel: null, at: now };
    const made = await insertTeam(tx, planned.value, origin);
    const locked = await lockTeam(tx, made.id);
    if (locked === null) throw new Error('the team is not there');
    // As typed in the form.
    const paper = { number: number as DocNumber, date: '2026-11-23', signer: 'Phạm Quốc Thịnh, Trưởng ban' };
    const decided = decide({ team: locked, actor, actingFor: null, both: [actor], now }, paper, others);
    if (!decided.ok) throw new Error(decided.code);
    await saveTeamStep(tx, locked, decided.value, { ...origin, actorId: actor });
    await makeChecklist(tx, made.id, paper.date);
    const after = (await lockTeam(tx, made.id)) ?? locked;
    const terms = await teamTermsOn(tx, paper.date);
    await setStages(tx, made.id, stagesFor(after, { calendar, terms, now }), now);
    return made;
  });
  return team;
};
