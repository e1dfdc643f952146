/** Statements of the databases' owner, and the names of the template databases. Knows no test: the global setup needs it too. */
import { withConnection } from '#db/connection.ts';

/** The template with reference data and sample people. */
export const SEEDED = 'seeded';

export const withDatabase = (url: string, name: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
};

export const nameOfDatabase = (url: string): string => new URL(url).pathname.slice(1);

/** From the database `postgres`, since the one copied must have no other connection. */
export const asOwner = (ownerUrl: string, statement: string): Promise<void> =>
  withConnection(withDatabase(ownerUrl, 'postgres'), async (client) => {
    await client.query(statement);
  });
