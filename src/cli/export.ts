/** `cli export`: requests and facts as JSON lines on standard output. */
import { exportAll } from '#db/export.ts';
import { defineCommand, printed } from './command.ts';
import { withData } from './database.ts';

export const exportCommand = defineCommand('', {}, (context) =>
  withData(context, async ({ db }) => {
    await exportAll(db, (record) => context.print(JSON.stringify(record)));
    return printed;
  }),
);
