/**
 * Loads what every installation needs before its first person: units, zones, fields, regulations, groups, calendar.
 * Only into an empty database: afterwards administrators change these rows, and nothing here runs again.
 */
import type { Millis } from '#domain/time.ts';
import type { Tx } from '../client.ts';
import { seedChecklists } from './checklists.ts';
import { type Ids, idOf, idsOf, insertTree } from './codes.ts';
import { calendarDays, confirmedYears, sampleSessions } from './data/calendar-days.ts';
import { fieldQuestions } from './data/field-questions.ts';
import { fields } from './data/fields.ts';
import { groups } from './data/groups.ts';
import { regulations } from './data/regulations.ts';
import { succession } from './data/succession.ts';
import type { FieldSeed, RegulationSeed, UnitSeed } from './data/types.ts';
import { units } from './data/units.ts';
import { zones } from './data/zones.ts';

/** Begun, so that its days can be entered, but not announced yet: dates in it are provisional. */
const UNCONFIRMED_YEAR = 2027;

export const isEmpty = async (tx: Tx): Promise<boolean> =>
  (await tx.selectFrom('unit').select('id').limit(1).executeTakeFirst()) === undefined;

export const seedReference = async (tx: Tx, now: Millis): Promise<void> => {
  const unitIds = await seedUnits(tx);
  await Promise.all([
    seedZones(tx, unitIds),
    seedFields(tx, unitIds),
    seedRegulations(tx, unitIds),
    seedGroups(tx, unitIds),
    seedCalendar(tx, now),
  ]);
};

const seedUnits = async (tx: Tx): Promise<Ids> => {
  const ids = await insertTree(units, (rows, parents) => insertUnits(tx, rows, parents));
  await tx
    .insertInto('unit_succession')
    .values(
      succession.map((row) => ({ old_id: idOf(ids, row.old), new_id: idOf(ids, row.new), is_default: row.isDefault })),
    )
    .execute();
  return ids;
};

const insertUnits = async (tx: Tx, rows: readonly UnitSeed[], parents: Ids): Promise<Ids> =>
  idsOf(
    await tx
      .insertInto('unit')
      .values(
        rows.map((unit) => ({
          code: unit.code,
          kind: unit.kind,
          name: unit.name,
          short_name: unit.shortName,
          parent_id: unit.parent === null ? null : idOf(parents, unit.parent),
          valid_from: unit.validFrom,
          valid_to: unit.validTo,
          official_code: unit.officialCode,
          symbol: unit.symbol,
          head_approves: unit.headApproves ?? false,
        })),
      )
      .returning(['id', 'code'])
      .execute(),
  );

const seedZones = async (tx: Tx, unitIds: Ids): Promise<void> => {
  const ids = idsOf(
    await tx
      .insertInto('zone')
      .values(
        zones.map((zone) => ({
          code: zone.code,
          name: zone.name,
          aliases: [...zone.aliases],
          status: zone.status,
          area_ha: zone.areaHa === null ? null : String(zone.areaHa),
          note: zone.note,
        })),
      )
      .returning(['id', 'code'])
      .execute(),
  );
  const rows = zones.flatMap((zone) =>
    zone.units.map((unit) => ({
      zone_id: idOf(ids, zone.code),
      unit_id: idOf(unitIds, unit.unit),
      role: unit.role,
      valid_from: unit.validFrom,
      valid_to: unit.validTo,
    })),
  );
  await tx.insertInto('zone_unit').values(rows).execute();
};

const seedFields = async (tx: Tx, unitIds: Ids): Promise<void> => {
  const all: readonly FieldSeed[] = fields;
  const ids = await insertTree(all, (rows, parents) => insertFields(tx, rows, parents));
  const rows = all.flatMap((field) => {
    const field_id = idOf(ids, field.code);
    return [
      { field_id, unit_id: idOf(unitIds, field.leadSection), role: 'lead' },
      ...field.defaultUnits.map((unit) => ({ field_id, unit_id: idOf(unitIds, unit), role: 'party' })),
    ];
  });
  await tx.insertInto('field_unit').values(rows).execute();
  await tx
    .insertInto('field_question')
    .values(
      fieldQuestions.map((one, ordinal) => ({
        field_id: idOf(ids, one.field),
        key: one.key,
        label: one.label,
        kind: one.kind,
        choices: [...one.choices],
        required: one.required,
        ordinal,
        valid_from: one.validFrom,
        valid_to: one.validTo,
      })),
    )
    .execute();
  await seedChecklists(tx, ids);
};

const insertFields = async (tx: Tx, rows: readonly FieldSeed[], parents: Ids): Promise<Ids> =>
  idsOf(
    await tx
      .insertInto('field')
      .values(
        rows.map((field) => ({
          code: field.code,
          name: field.name,
          parent_id: field.parent === null ? null : idOf(parents, field.parent),
          aliases: [...field.aliases],
          valid_from: field.validFrom,
          valid_to: field.validTo,
        })),
      )
      .returning(['id', 'code'])
      .execute(),
  );

const seedRegulations = async (tx: Tx, unitIds: Ids): Promise<void> => {
  const all: readonly RegulationSeed[] = regulations;
  const ids = idsOf(
    await tx.insertInto('regulation').values(all.map(regulationRow)).returning(['id', 'code']).execute(),
  );
  const parties = all.flatMap((one) =>
    one.parties.map((unit) => ({ regulation_id: idOf(ids, one.code), unit_id: idOf(unitIds, unit) })),
  );
  const terms = all.flatMap((one) =>
    one.terms.map(({ urgency, receipt, answer }) => ({
      regulation_id: idOf(ids, one.code),
      urgency,
      receipt_amount: receipt.amount,
      receipt_unit: receipt.unit,
      answer_amount: answer.amount,
      answer_unit: answer.unit,
    })),
  );
  await Promise.all([
    tx.insertInto('regulation_party').values(parties).execute(),
    tx.insertInto('regulation_term').values(terms).execute(),
  ]);
};

const regulationRow = (one: RegulationSeed) => ({
  code: one.code,
  number: one.number,
  title: one.title,
  valid_from: one.validFrom,
  valid_to: one.validTo,
  max_extensions: one.maxExtensions,
  extension_share: String(one.extensionShare),
  max_pause_amount: one.maxPause.amount,
  max_pause_unit: one.maxPause.unit,
  silence: one.silence,
  clause: one.clause,
  terms_are_proposal: one.termsAreProposal,
});

const seedGroups = async (tx: Tx, unitIds: Ids): Promise<void> => {
  await tx
    .insertInto('unit_group')
    .values(groups.map(({ code, name }) => ({ code, name })))
    .execute();
  const members = groups.flatMap(({ code, members }) =>
    members.map((unit) => ({ group_code: code, unit_id: idOf(unitIds, unit) })),
  );
  await tx.insertInto('unit_group_member').values(members).execute();
};

const seedCalendar = async (tx: Tx, now: Millis): Promise<void> => {
  const years = confirmedYears.map((year): { year: number; confirmed_at: Date | null } => ({
    year,
    confirmed_at: new Date(now),
  }));
  await Promise.all([
    tx
      .insertInto('calendar_day')
      .values([...calendarDays])
      .execute(),
    tx
      .insertInto('calendar_year')
      .values([...years, { year: UNCONFIRMED_YEAR, confirmed_at: null }])
      .execute(),
    tx
      .insertInto('office_session')
      .values(sampleSessions.map(({ from, to }) => ({ from_minute: from, to_minute: to })))
      .execute(),
  ]);
};
