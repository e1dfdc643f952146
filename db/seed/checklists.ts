/** Checklist templates and the terms after a decision. */
import type { Tx } from '../client.ts';
import { type Ids, idOf } from './codes.ts';
import { checklists, teamTerms } from './data/checklists.ts';

/** A database filled before there were teams has none: what it lacks by code is added, what it has is its own. */
export const seedMissingChecklists = async (tx: Tx): Promise<void> => {
  const [templates, terms, fields] = await Promise.all([
    tx.selectFrom('checklist_template').select('code').execute(),
    tx.selectFrom('team_term').select('code').execute(),
    tx.selectFrom('field').select(['id', 'code']).execute(),
  ]);
  const [known, timed] = [new Set(templates.map(({ code }) => code)), new Set(terms.map(({ code }) => code))];
  const fieldIds = new Map(fields.map(({ id, code }) => [code, id]));
  await insertChecklists(tx, fieldIds, {
    lists: checklists.filter(({ code, field }) => !known.has(code) && fieldIds.has(field)),
    terms: teamTerms.filter(({ code }) => !timed.has(code)),
  });
};

export const seedChecklists = (tx: Tx, fieldIds: Ids): Promise<void> =>
  insertChecklists(tx, fieldIds, { lists: checklists, terms: teamTerms });

type Samples = {
  readonly lists: readonly (typeof checklists)[number][];
  readonly terms: readonly (typeof teamTerms)[number][];
};

const insertChecklists = async (tx: Tx, fieldIds: Ids, { lists, terms }: Samples): Promise<void> => {
  if (lists.length > 0) await insertTemplates(tx, fieldIds, lists);
  if (terms.length === 0) return;
  await tx
    .insertInto('team_term')
    .values(
      terms.map(({ code, amount, unit, validFrom }) => ({
        ...{ code, amount, unit, valid_from: validFrom, is_sample: true },
      })),
    )
    .execute();
};

const insertTemplates = async (tx: Tx, fieldIds: Ids, lists: Samples['lists']): Promise<void> => {
  const rows = await tx
    .insertInto('checklist_template')
    .values(
      lists.map(({ code, name, field, validFrom }) => ({
        ...{ code, name, field_id: idOf(fieldIds, field), valid_from: validFrom, valid_to: null },
      })),
    )
    .returning(['id', 'code'])
    .execute();
  const ids = new Map(rows.map(({ id, code }) => [code, id]));
  await tx
    .insertInto('checklist_template_item')
    .values(
      lists.flatMap(({ code, items }) =>
        items.map(([words, basis], index) => ({ template_id: idOf(ids, code), ordinal: index + 1, words, basis })),
      ),
    )
    .execute();
};
