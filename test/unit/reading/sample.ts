/** The reference data of the sample, as the database would give it, without a database. */
import { enterprises } from '#db/seed/data/enterprises.ts';
import { fields } from '#db/seed/data/fields.ts';
import { groups } from '#db/seed/data/groups.ts';
import { succession } from '#db/seed/data/succession.ts';
import type { FieldSeed, UnitSeed, ZoneSeed } from '#db/seed/data/types.ts';
import { units } from '#db/seed/data/units.ts';
import { zones } from '#db/seed/data/zones.ts';
import type { Unit } from '#domain/directory/directory.ts';
import { dateOf, type Millis } from '#domain/time.ts';
import { lexiconOf } from '#reading/names/lexicon.ts';
import type { Known } from '#reading/understand.ts';
import { calendar } from '#test/unit/calendar/sample.ts';

const unitIds = new Map(units.map((unit, index) => [unit.code, index + 1]));
const idOf = (code: string): number => unitIds.get(code) ?? 0;

const unitValues = units.map((unit: UnitSeed): Unit => {
  const { code, kind, name, shortName, validFrom, validTo, symbol, headApproves = false } = unit;
  const parentId = unit.parent === null ? null : idOf(unit.parent);
  return { id: idOf(code), code, kind, name, shortName, parentId, validFrom, validTo, symbol, headApproves };
});

const fieldIds = new Map((fields as readonly FieldSeed[]).map((field, index) => [field.code, index + 1]));

const reference = {
  directory: {
    units: new Map(unitValues.map((unit) => [unit.id, unit])),
    unitsByCode: new Map(unitValues.map((unit) => [unit.code, unit])),
    people: new Map(),
    byPerson: new Map(),
    byUnit: new Map(),
    linked: new Set<number>(),
    delegations: [],
  },
  zones: new Map(
    zones.map(({ code, name, aliases, status, units: inZone }: ZoneSeed, index) => [
      index + 1,
      {
        id: index + 1,
        code,
        name,
        aliases,
        status,
        units: inZone.map(({ unit, ...rest }) => ({ unitId: idOf(unit), ...rest })),
      },
    ]),
  ),
  fields: new Map(
    (fields as readonly FieldSeed[]).map(({ code, name, parent, aliases, validFrom, validTo }, index) => [
      index + 1,
      {
        id: index + 1,
        code,
        name,
        parentId: parent === null ? null : (fieldIds.get(parent) ?? null),
        aliases,
        validFrom,
        validTo,
        parties: [],
        questions: [],
      },
    ]),
  ),
  aliases: [],
  groups: groups.map(({ code, name, members }) => ({ code, name, units: members.map(idOf) })),
};

const successors = new Map(
  Array.from(
    Map.groupBy(succession, ({ old }) => old),
    ([old, rows]): [string, string[]] => [old, rows.map((row) => row.new)],
  ),
);

export const known = (now: Millis): Known => ({
  now,
  calendar,
  lexicon: lexiconOf({ reference, successors, enterprises }, dateOf(now)),
});
