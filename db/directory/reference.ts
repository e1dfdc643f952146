/**
 * Loads the reference data as one value. A copy is kept per process and is used only while the version the turn has
 * read in its own transaction is the copy's: a role lowered a moment ago is lowered for the next press.
 */
import { type Selectable, sql } from 'kysely';
import type { Calendar, CalendarDay } from '#domain/calendar/calendar.ts';
import type { Term } from '#domain/calendar/term.ts';
import type { Directory, Membership, Person, Role, Unit } from '#domain/directory/directory.ts';
import type {
  Enterprise,
  Field,
  Reference,
  Regulation,
  SilenceOutcome,
  UnitGroup,
  Zone,
  ZoneUnit,
} from '#domain/reference.ts';
import type { FieldQuestion } from '#domain/request/own-form.ts';
import type { Urgency } from '#domain/request/request.ts';
import { type Db, inTransaction, type Tx } from '../client.ts';
import { readDelegations } from '../people/delegation.ts';
import type { Database } from '../schema.ts';
import { readAliases } from './alias.ts';

export type ReferenceStore = {
  /** @param version what `reference_version` says in the caller's transaction */
  readonly at: (version: number) => Promise<Reference>;
  readonly latest: () => Promise<Reference>;
};

export const referenceStore = (db: Db): ReferenceStore => {
  let kept: Reference | null = null;
  let loading: Promise<Reference> | null = null;

  const load = async (): Promise<Reference> => {
    loading ??= inTransaction(db, loadReference).finally(() => {
      loading = null;
    });
    kept = await loading;
    return kept;
  };
  const at = async (version: number): Promise<Reference> => {
    if (kept !== null && kept.version >= version) return kept;
    const loaded = await load();
    // A load that was under way may have begun before the change: once more is enough.
    return loaded.version >= version ? loaded : load();
  };
  const latest = async (): Promise<Reference> => {
    const row = await db.query.selectFrom('reference_version').select('version').executeTakeFirstOrThrow();
    return at(row.version);
  };
  return { at, latest };
};

/** What `at` is asked with by whoever is in a transaction of his own. */
export const versionIn = async (tx: Tx): Promise<number> =>
  (await tx.selectFrom('reference_version').select('version').executeTakeFirstOrThrow()).version;

const loadReference = async (tx: Tx): Promise<Reference> => {
  // One snapshot for all tables, or the version would not speak for each of them.
  await sql`set transaction isolation level repeatable read, read only`.execute(tx);
  return readReference(tx);
};

/** As the transaction sees it, what it has itself written included. */
export const readReference = async (tx: Tx): Promise<Reference> => {
  const { version } = await tx.selectFrom('reference_version').select('version').executeTakeFirstOrThrow();
  const [directory, calendar, zones, fields, regulations, groups, enterprises, aliases] = await Promise.all([
    loadDirectory(tx),
    loadCalendar(tx),
    loadZones(tx),
    loadFields(tx),
    loadRegulations(tx),
    loadGroups(tx),
    loadEnterprises(tx),
    readAliases(tx),
  ]);
  return { version, directory, calendar, zones, fields, regulations, groups, enterprises, aliases };
};

const loadDirectory = async (tx: Tx): Promise<Directory> => {
  const [units, people, memberships, linked, delegations] = await Promise.all([
    tx.selectFrom('unit').selectAll().execute(),
    tx.selectFrom('person').select(['id', 'key', 'name', 'gender', 'title']).execute(),
    tx.selectFrom('membership').selectAll().orderBy('id').execute(),
    tx.selectFrom('account').select('person_id').where('person_id', 'is not', null).execute(),
    readDelegations(tx),
  ]);
  const unitValues = units.map(
    (row): Unit => ({
      id: row.id,
      code: row.code,
      kind: row.kind,
      name: row.name,
      shortName: row.short_name,
      parentId: row.parent_id,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      symbol: row.symbol,
      headApproves: row.head_approves,
    }),
  );
  const membershipValues = memberships.map(
    (row): Membership => ({
      personId: row.person_id,
      unitId: row.unit_id,
      role: row.role as Role, // held by a check constraint
      validFrom: row.valid_from,
      validTo: row.valid_to,
    }),
  );
  return {
    units: new Map(unitValues.map((unit) => [unit.id, unit])),
    unitsByCode: new Map(unitValues.map((unit) => [unit.code, unit])),
    people: new Map(people.map((person): [number, Person] => [person.id, person])),
    byPerson: Map.groupBy(membershipValues, (row) => row.personId),
    byUnit: Map.groupBy(membershipValues, (row) => row.unitId),
    linked: new Set(linked.map((row) => Number(row.person_id))),
    delegations,
  };
};

const loadCalendar = async (tx: Tx): Promise<Calendar> => {
  const [days, years, sessions] = await Promise.all([
    tx.selectFrom('calendar_day').selectAll().execute(),
    tx.selectFrom('calendar_year').selectAll().where('confirmed_at', 'is not', null).execute(),
    tx.selectFrom('office_session').selectAll().orderBy('from_minute').execute(),
  ]);
  return {
    // `kind` is held by a check constraint.
    days: new Map(days.map((row) => [row.date, row as CalendarDay])),
    confirmedYears: new Set(years.map((row) => row.year)),
    sessions: sessions.map((row) => ({ from: row.from_minute, to: row.to_minute })),
    // Not settled by law (domain 8.4); a make-up Saturday is a working day of agencies.
    movesEndOnMakeUpDay: false,
  };
};

const loadZones = async (tx: Tx): Promise<ReadonlyMap<number, Zone>> => {
  const [zones, units] = await Promise.all([
    tx.selectFrom('zone').selectAll().orderBy('id').execute(),
    tx.selectFrom('zone_unit').selectAll().execute(),
  ]);
  const byZone = Map.groupBy(units, (row) => row.zone_id);
  return new Map(
    zones.map((row): [number, Zone] => [
      row.id,
      {
        id: row.id,
        code: row.code,
        name: row.name,
        aliases: row.aliases,
        status: row.status as Zone['status'], // held by a check constraint
        units: (byZone.get(row.id) ?? []).map((unit) => ({
          unitId: unit.unit_id,
          role: unit.role as ZoneUnit['role'], // held by a check constraint
          validFrom: unit.valid_from,
          validTo: unit.valid_to,
        })),
      },
    ]),
  );
};

const loadFields = async (tx: Tx): Promise<ReadonlyMap<number, Field>> => {
  const [fields, units, questions] = await Promise.all([
    tx.selectFrom('field').selectAll().orderBy('code').execute(),
    tx.selectFrom('field_unit').selectAll().where('role', '=', 'party').execute(),
    tx.selectFrom('field_question').selectAll().orderBy('ordinal').orderBy('id').execute(),
  ]);
  const byField = Map.groupBy(units, (row) => row.field_id);
  const asked = Map.groupBy(questions, (row) => row.field_id);
  return new Map(
    fields.map((row): [number, Field] => [
      row.id,
      {
        id: row.id,
        code: row.code,
        name: row.name,
        parentId: row.parent_id,
        aliases: row.aliases,
        validFrom: row.valid_from,
        validTo: row.valid_to,
        parties: (byField.get(row.id) ?? []).map((unit) => unit.unit_id),
        questions: (asked.get(row.id) ?? []).map(questionOf),
      },
    ]),
  );
};

const questionOf = (row: Selectable<Database['field_question']>): FieldQuestion => ({
  key: row.key,
  label: row.label,
  kind: row.kind as FieldQuestion['kind'], // held by a check constraint
  choices: row.choices,
  required: row.required,
  validFrom: row.valid_from,
  validTo: row.valid_to,
});

const loadEnterprises = async (tx: Tx): Promise<ReadonlyMap<number, Enterprise>> => {
  const rows = await tx.selectFrom('enterprise').select(['id', 'tax_code', 'name', 'zone_id']).orderBy('id').execute();
  return new Map(
    rows.map(({ id, tax_code: taxCode, name, zone_id: zoneId }): [number, Enterprise] => [
      id,
      { id, taxCode, name, zoneId },
    ]),
  );
};

const loadRegulations = async (tx: Tx): Promise<readonly Regulation[]> => {
  const [regulations, parties, terms] = await Promise.all([
    tx.selectFrom('regulation').selectAll().orderBy('valid_from').execute(),
    tx.selectFrom('regulation_party').selectAll().execute(),
    tx.selectFrom('regulation_term').selectAll().execute(),
  ]);
  return regulations.map((row) => ({
    id: row.id,
    code: row.code,
    number: row.number,
    title: row.title,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    parties: new Set(parties.filter((party) => party.regulation_id === row.id).map((party) => party.unit_id)),
    terms: new Map(
      terms
        .filter((term) => term.regulation_id === row.id)
        .map((term) => [
          term.urgency as Urgency, // held by a check constraint
          {
            receipt: termOf(term.receipt_amount, term.receipt_unit),
            answer: termOf(term.answer_amount, term.answer_unit),
          },
        ]),
    ),
    maxExtensions: row.max_extensions,
    maxPause: termOf(row.max_pause_amount, row.max_pause_unit),
    silence: row.silence as SilenceOutcome, // held by a check constraint
    clause: row.clause,
    termsAreProposal: row.terms_are_proposal,
  }));
};

const termOf = (amount: number, unit: string): Term => ({ amount, unit: unit as Term['unit'] });

const loadGroups = async (tx: Tx): Promise<readonly UnitGroup[]> => {
  const [groups, members] = await Promise.all([
    tx.selectFrom('unit_group').selectAll().orderBy('code').execute(),
    tx.selectFrom('unit_group_member').selectAll().execute(),
  ]);
  return groups.map((row) => ({
    code: row.code,
    name: row.name,
    units: members.filter((member) => member.group_code === row.code).map((member) => member.unit_id),
  }));
};
