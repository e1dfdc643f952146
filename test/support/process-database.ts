/** A database on which the product itself can be started: a copy does not take over the rights on the database as such. */
import { withConnection } from '#db/connection.ts';
import { freshDatabase, type TestDatabase } from './database.ts';

export const productDatabase = async (): Promise<TestDatabase> => {
  const database = await freshDatabase();
  await withConnection(database.ownerUrl, (client) =>
    client.query(`grant create on database ${new URL(database.ownerUrl).pathname.slice(1)} to app`),
  );
  return database;
};
