/** Checklist templates and the terms after a decision. */
import type { Tx } from '../client.ts';
import { type Ids, idOf } from './codes.ts';
import { checklists, teamTerms } from './data/checklists.ts';

export const seedChecklists = async (tx: Tx, fieldIds: Ids): Promise<void> => {
  const rows = await tx
    .insertInto('checklist_template')
    .values(
      checklists.map(({ code, name, field, validFrom }) => ({
        ...{ code, name, field_id: idOf(fieldIds, field), valid_from: validFrom, valid_to: null },
      })),
    )
    .returning(['id', 'code'])
    .execute();
  const ids = new Map(rows.map(({ id, code }) => [code, id]));
  const items = checklists.flatMap(({ code, items: lines }) =>
    lines.map(([words, basis], index) => ({ template_id: idOf(ids, code), ordinal: index + 1, words, basis })),
  );
  await Promise.all([
    tx.insertInto('checklist_template_item').values(items).execute(),
    tx
      .insertInto('team_term')
      .values(
        teamTerms.map(({ code, amount, unit, validFrom }) => ({
          ...{ code, amount, unit, valid_from: validFrom, is_sample: true },
        })),
      )
      .execute(),
  ]);
};
