/** Duties: rows in, values out, and every change with its fact, chained in the duty's own stream. */
import { type DutyChange, type DutyDecision, type DutyFact, dutyStream } from '#domain/duty/decide.ts';
import type { Duty, NewDuty } from '#domain/duty/duty.ts';
import type { Tx } from '../client.ts';
import { chain, type Head, insertFacts, NO_FACTS, type Origin } from '../fact.ts';

export type LoadedDuty = Duty & { readonly head: Head };

/** @returns the duty, open; its due moment is set by the caller (`moveDuties`) */
export const insertDuty = async (tx: Tx, duty: NewDuty, origin: Origin): Promise<LoadedDuty> => {
  const { id } = await tx
    .insertInto('duty')
    .values({
      ...columnsOf(duty),
      state: 'open',
      created_by: origin.actorId,
      created_at: new Date(origin.at),
      fact_seq: NO_FACTS.seq,
      fact_hash: NO_FACTS.hash,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const fact: DutyFact = {
    kind: 'duty_created',
    data: { kind: duty.kind, unit: duty.unitId, holder: duty.holderId, owedTo: duty.owedTo, due: duty.due },
  };
  const head = await noteChange(tx, { id, head: NO_FACTS }, { fact, change: {} }, origin);
  return { ...duty, id, state: 'open', createdAt: origin.at, ...NOTHING_DONE, head };
};

const NOTHING_DONE = {
  ...{ proof: null, provedBy: null, provedFor: null, provedAt: null },
  ...{ decidedBy: null, decidedAt: null, remark: null },
};

const columnsOf = (duty: NewDuty) => ({
  kind: duty.kind,
  unit_id: duty.unitId,
  holder_id: duty.holderId,
  title: duty.title,
  due: new Date(duty.due),
  provisional: duty.provisional,
  owed_to: duty.owedTo,
  checker_id: duty.checkerId,
  regulation_id: duty.regulationId,
  team_id: duty.teamId,
  finding_id: duty.findingId,
  basis: duty.basis,
  template_id: duty.templateId,
  period_to: duty.periodTo,
});

/** Saves what was decided, under the lock of `lockDuties`. */
export const saveDutyDecision = async (
  tx: Tx,
  duty: LoadedDuty,
  decision: DutyDecision,
  origin: Origin,
): Promise<LoadedDuty> => {
  const { change, fact, fileIds } = decision;
  const [head] = await Promise.all([
    noteChange(tx, duty, { fact, change }, origin),
    fileIds.length === 0
      ? undefined
      : tx
          .insertInto('duty_file')
          .values(fileIds.map((id) => ({ duty_id: duty.id, file_id: id })))
          .execute(),
  ]);
  return { ...duty, ...change, head };
};

/** Counted again, since the calendar changed. */
export const moveDuty = async (
  tx: Tx,
  duty: LoadedDuty,
  change: Pick<Duty, 'due' | 'provisional'>,
  origin: Origin,
): Promise<LoadedDuty> => {
  const fact: DutyFact = {
    kind: 'duty_moved',
    data: { from: duty.due, to: change.due, provisional: change.provisional },
  };
  return { ...duty, ...change, head: await noteChange(tx, duty, { fact, change }, origin) };
};

/** Another unit owes it or is owed it, or another person looks at it. */
export const handDuty = async (
  tx: Tx,
  duty: LoadedDuty,
  change: Partial<Pick<Duty, 'unitId' | 'holderId' | 'owedTo' | 'checkerId'>>,
  origin: Origin,
): Promise<LoadedDuty> => {
  const { unitId: unit, owedTo, checkerId: checker } = change;
  const fact: DutyFact = {
    kind: 'duty_handed',
    data: {
      ...(unit === undefined ? {} : { unit, fromUnit: duty.unitId }),
      ...(owedTo === undefined ? {} : { owedTo, fromOwedTo: duty.owedTo }),
      ...(checker === undefined ? {} : { checker, fromChecker: duty.checkerId }),
    },
  };
  return { ...duty, ...change, head: await noteChange(tx, duty, { fact, change }, origin) };
};

/** A fact that changes nothing of the duty itself: that it was reminded of. */
export const addDutyFact = async (tx: Tx, duty: LoadedDuty, fact: DutyFact, origin: Origin): Promise<LoadedDuty> => ({
  ...duty,
  head: await noteChange(tx, duty, { fact, change: {} }, origin),
});

const noteChange = async (
  tx: Tx,
  duty: Pick<LoadedDuty, 'id' | 'head'>,
  { fact, change }: { readonly fact: DutyFact; readonly change: DutyChange },
  origin: Origin,
): Promise<Head> => {
  const { rows, head } = chain(dutyStream(duty.id), duty.head, [{ ...fact, partId: null }], origin);
  await Promise.all([
    tx
      .updateTable('duty')
      .set({
        ...{ fact_seq: head.seq, fact_hash: head.hash },
        ...handedColumns(change),
        ...doneColumns(change, origin.actingFor ?? null),
      })
      .where('id', '=', duty.id)
      .execute(),
    insertFacts(tx, rows),
  ]);
  return head;
};

const handedColumns = ({ unitId, holderId, owedTo, checkerId }: DutyChange) => ({
  ...(unitId === undefined ? {} : { unit_id: unitId }),
  ...(holderId === undefined ? {} : { holder_id: holderId }),
  ...(owedTo === undefined ? {} : { owed_to: owedTo }),
  ...(checkerId === undefined ? {} : { checker_id: checkerId }),
});

const doneColumns = (change: DutyChange, actingFor: number | null) => {
  const { state, due, provisional, proof, provedBy, provedFor, provedAt, decidedBy, decidedAt, remark } = change;
  return {
    ...(state === undefined ? {} : { state }),
    ...(due === undefined ? {} : { due: new Date(due) }),
    ...(provisional === undefined ? {} : { provisional }),
    ...(proof === undefined ? {} : { proof }),
    ...(provedBy === undefined ? {} : { proved_by: provedBy }),
    ...(provedFor === undefined ? {} : { proved_for: provedFor }),
    ...(provedAt === undefined ? {} : { proved_at: dateOrNull(provedAt) }),
    ...(decidedBy === undefined ? {} : { decided_by: decidedBy, decided_for: decidedBy === null ? null : actingFor }),
    ...(decidedAt === undefined ? {} : { decided_at: dateOrNull(decidedAt) }),
    ...(remark === undefined ? {} : { remark }),
  };
};

const dateOrNull = (at: number | null): Date | null => (at === null ? null : new Date(at));

const select = (tx: Tx) =>
  tx
    .selectFrom('duty')
    .select([
      ...(['id', 'kind', 'title', 'due', 'provisional', 'basis', 'state', 'proof', 'remark'] as const),
      ...(['unit_id as unitId', 'holder_id as holderId', 'owed_to as owedTo', 'checker_id as checkerId'] as const),
      ...(['regulation_id as regulationId', 'team_id as teamId', 'finding_id as findingId'] as const),
      ...(['template_id as templateId', 'period_to as periodTo'] as const),
      ...([
        'created_at as createdAt',
        'proved_by as provedBy',
        'proved_for as provedFor',
        'proved_at as provedAt',
      ] as const),
      ...(['decided_by as decidedBy', 'decided_at as decidedAt', 'fact_seq as seq', 'fact_hash as hash'] as const),
    ])
    .orderBy('id');

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

const dutyOf = ({ seq, hash, ...duty }: Row): LoadedDuty => ({ ...duty, head: { seq, hash } });

export const dutiesById = async (tx: Tx, ids: readonly number[]): Promise<LoadedDuty[]> =>
  ids.length === 0
    ? []
    : (
        await select(tx)
          .where('id', 'in', [...ids])
          .execute()
      ).map(dutyOf);

/** Those that stand in morning lists, by id. */
export const currentDuties = async (tx: Tx, after: number, limit: number): Promise<LoadedDuty[]> =>
  (await select(tx).where('state', 'in', ['open', 'proved']).where('id', '>', after).limit(limit).execute()).map(
    dutyOf,
  );

/** Held to the end of the transaction: two acts at once go one after the other, and so does the chain of facts. */
export const lockDuty = async (tx: Tx, id: number): Promise<LoadedDuty | null> => {
  const row = await select(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row === undefined ? null : dutyOf(row);
};

/** Those that nobody else is at: a turn that holds one is not waited for. */
export const lockFreeDuties = async (tx: Tx, ids: readonly number[]): Promise<number[]> => {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('duty')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map((row) => row.id);
};
