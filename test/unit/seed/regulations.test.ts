import { describe, expect, it } from 'vitest';
import { fields } from '#db/seed/data/fields.ts';
import { regulations } from '#db/seed/data/regulations.ts';
import { districtSuccession } from '#db/seed/data/succession.ts';
import type { RegulationSeed } from '#db/seed/data/types.ts';
import { zones } from '#db/seed/data/zones.ts';
import { addDays } from '#domain/time.ts';
import { isValidOn, lastDay, repeated, TODAY, unitOf } from './look-up.ts';

describe('fields', () => {
  it('are the seven in their order, each child under an existing parent', () => {
    const tops = fields.filter((field) => field.parent === null).map((field) => field.code);
    expect(tops).toEqual(['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7']);
    expect(repeated(fields.map((field) => field.code))).toEqual([]);
    for (const field of fields)
      if (field.parent !== null) expect(field.code.slice(0, 2), 'a child is named after its parent').toBe(field.parent);
  });

  it('are led by a section of the board and know only existing parties', () => {
    for (const field of fields) {
      expect(unitOf(field.leadSection).parent).toBe('bql');
      for (const unit of field.defaultUnits) expect(isValidOn(unitOf(unit), TODAY)).toBe(true);
    }
    expect(fields.find((field) => field.code === 'F6b')?.defaultUnits).toEqual(['cong-an-pccc']);
  });

  it('have words that mean one field only', () => {
    expect(
      repeated(fields.flatMap((field) => [field.name, ...field.aliases]).map((word) => word.toLowerCase())),
    ).toEqual([]);
  });
});

describe('regulations', () => {
  const versions: readonly RegulationSeed[] = regulations;
  const version = (code: string): RegulationSeed => {
    const found = versions.find((regulation) => regulation.code === code);
    if (!found) throw new Error(`no regulation ${code}`);
    return found;
  };

  it('name parties that existed when the version came into force', () => {
    for (const regulation of versions) {
      expect(repeated(regulation.parties)).toEqual([]);
      for (const party of regulation.parties) expect(isValidOn(unitOf(party), regulation.validFrom), party).toBe(true);
    }
    expect(version('QC-2022').parties).toHaveLength(10);
    expect(version('QC-2026').parties).toEqual(expect.arrayContaining(districtSuccession.map((row) => row.new)));
  });

  it('hand over without a gap and keep terms that differ', () => {
    for (const regulation of versions.filter(({ replacedBy }) => replacedBy !== null))
      expect(addDays(lastDay(regulation), 1)).toBe(version(regulation.replacedBy ?? '').validFrom);
    const ordinary = versions.map(({ terms }) => terms.find((term) => term.urgency === 'thuong')?.answer.amount);
    expect(new Set(ordinary).size).toBe(3);
  });

  it('state terms for every urgency, as proposals, and never invent consent by silence', () => {
    for (const regulation of versions) {
      expect(regulation.terms.map((term) => term.urgency)).toEqual(['thuong', 'khan', 'thuong_khan', 'hoa_toc']);
      expect(regulation.termsAreProposal).toBe(true);
      if (regulation.clause === null) expect(regulation.silence).not.toBe('deemed_agreed');
    }
  });

  it('of 2022 lack an authority exactly where a planned zone lay in Thường Tín', () => {
    const outside = zones.filter((zone) =>
      zone.units.some((unit) => isValidOn(unit, '2022-05-26') && !version('QC-2022').parties.includes(unit.unit)),
    );
    expect(outside.map((zone) => zone.code)).toEqual(['P-BTT', 'P-PH']);
  });
});
