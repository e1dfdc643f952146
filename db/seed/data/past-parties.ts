/**
 * Who asks whom in the past requests, by the same rules as today's proposals: the zone's main unit (where it is not settled,
 * one of the candidates, as somebody chose it then), the field's extra parties, and the board for the others.
 */
import { fields } from './fields.ts';
import { groups } from './groups.ts';
import { pick, type Random } from './past-chance.ts';
import type { Matter } from './past-words.ts';
import { people } from './people.ts';
import type { Role, Urgency, ZoneSeed } from './types.ts';

export type Sides = { readonly asking: string; readonly owing: readonly string[] };

const FIRE_POLICE = 'cong-an-pccc';

/** A zone is null only where a whole group is asked. */
export const sidesOf = ([asker, fieldCode]: Matter, zone: ZoneSeed | null, random: Random): Sides => {
  const field = fields.find(({ code }) => code === fieldCode);
  if (!field) throw new Error(`no field ${fieldCode}`);
  if (!zone) return { asking: field.leadSection, owing: groups[0].members };
  const commune = localUnitOf(zone, random);
  if (asker === 'commune') return { asking: commune, owing: ['bql'] };
  if (asker === 'police') return { asking: FIRE_POLICE, owing: ['bql', commune] };
  return { asking: field.leadSection, owing: [commune, ...field.defaultUnits] };
};

const localUnitOf = (zone: ZoneSeed, random: Random): string => {
  const today = zone.units.filter((unit) => unit.validTo === null);
  const main = today.filter((unit) => unit.role === 'main');
  return pick(main.length > 0 ? main : today, random).unit;
};

/** Very urgent requests, and those to more than five units, are filed by a head or leader. */
export const filerOf = ({ asking, owing }: Sides, urgency: Urgency, random: Random): string => {
  const needsHead = urgency === 'thuong_khan' || urgency === 'hoa_toc' || owing.length > 5;
  const inOrder: readonly Role[] = needsHead ? ['head', 'leader'] : ['official', 'focal', 'head'];
  for (const role of inOrder) {
    const able = people.filter(({ memberships }) => memberships.some((m) => m.unit === asking && m.role === role));
    if (able.length > 0) return pick(able, random).key;
  }
  throw new Error(`nobody may file for ${asking}`);
};
