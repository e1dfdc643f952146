/** One connection for one piece of work, for what a pool cannot do: locks, settings and COPY belong to a connection. */
import { Client } from 'pg';

export const withConnection = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url });
  // A lost connection fails the statement under way, or the next one; unheard, this event would end the process.
  client.on('error', ignore);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const ignore = (): void => undefined;
