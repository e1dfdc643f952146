/** `cli unit`: the directory's units, their end and their successors. */
import { z } from 'zod';
import { inTransaction, type Tx } from '#db/client.ts';
import { readReference } from '#db/directory/reference.ts';
import { addSuccessors, endUnits, listUnits, successorsOf } from '#db/directory/units.ts';
import { lockStream } from '#db/fact.ts';
import type { Directory, Unit, UnitId } from '#domain/directory/directory.ts';
import { checkClose, checkSuccession, type Heirs } from '#domain/directory/succession.ts';
import type { Millis } from '#domain/time.ts';
import { texts } from '#text/cli.ts';
import { type Context, defineCommand, done, type Outcome, refuseBy } from './command.ts';
import { withData } from './database.ts';
import { readDate } from './read.ts';

export const unitList = defineCommand('', {}, (context) =>
  withData(context, async ({ db }) => {
    const units = await listUnits(db);
    return done(units, ...units.map(texts.unitLine));
  }),
);

export const unitClose = defineCommand(
  'CODE --on DATE [--to CODE,CODE]',
  { rest: z.tuple([z.string()]), on: z.string(), to: z.string().optional() },
  (context, { rest: [code], on: asked, to }) => {
    const on = readDate(asked);
    if (!on.ok) return Promise.resolve(refuseBy(on));
    return change(context, async ({ tx, directory, origin }) => {
      const ending = checkClose(directory, code, on.value);
      if (!ending.ok) return refuseBy(ending);
      const heirs = checkSuccession(directory, await successorsOf(tx), code, codesIn(to ?? ''));
      if (!heirs.ok) return refuseBy(heirs);
      await endUnits(tx, idsOf(ending.value), on.value, origin);
      await addSuccessors(tx, heirs.value.unit.id, idsOf(heirs.value.heirs), origin);
      const json = { code, on: on.value, closed: codesOf(ending.value), successors: codesOf(heirs.value.heirs) };
      return done(json, texts.unitClosed(namesOf(ending.value), on.value), ...heirLines(heirs.value));
    });
  },
);

export const unitSucceed = defineCommand(
  'OLD NEW[,NEW]',
  { rest: z.tuple([z.string(), z.string()]) },
  (context, { rest: [code, to] }) =>
    change(context, async ({ tx, directory, origin }) => {
      const heirs = checkSuccession(directory, await successorsOf(tx), code, codesIn(to));
      if (!heirs.ok) return refuseBy(heirs);
      const added = await addSuccessors(tx, heirs.value.unit.id, idsOf(heirs.value.heirs), origin);
      return done({ code, successors: codesOf(heirs.value.heirs), added: added.length }, ...heirLines(heirs.value));
    }),
);

type Change = {
  readonly tx: Tx;
  readonly directory: Directory;
  readonly origin: { readonly channel: string; readonly now: Millis };
};

/** Reads and changes under one lock, so that what was checked still holds. */
const change = (context: Context, work: (change: Change) => Promise<Outcome>): Promise<Outcome> =>
  withData(context, ({ db, clock }) =>
    inTransaction(db, async (tx) => {
      await lockStream(tx, 'directory');
      const { directory } = await readReference(tx);
      return work({ tx, directory, origin: { channel: 'cli', now: clock.now() } });
    }),
  );

const codesIn = (list: string): string[] =>
  list
    .split(',')
    .map((code) => code.trim())
    .filter((code) => code !== '');

const idsOf = (units: readonly Unit[]): UnitId[] => units.map((unit) => unit.id);
const codesOf = (units: readonly Unit[]): string[] => units.map((unit) => unit.code);
const namesOf = (units: readonly Unit[]): string[] => units.map((unit) => unit.name);

const heirLines = ({ unit, heirs }: Heirs): string[] =>
  heirs.length === 0 ? [] : [texts.unitSucceeded(unit.name, namesOf(heirs))];
