/**
 * The chats of the local web page: messages of both sides, groups, files. Plain SQL, since nothing of the product
 * joins these tables. Bodies are opaque here: the web chat writes and reads them.
 */
import type { Pool } from 'pg';

type Entry = { ref: string; version: number; address: string; at: number; edited: boolean; body: unknown };
type Row = { id: string; version: string; address: string; at_ms: string; edited: boolean; body: unknown };

/**
 * Taken by every write before it draws its version, and held to its commit: so versions become visible in their
 * order, and a reader's cursor never passes a write that is still under way. The number only names the lock.
 */
const IN_ORDER = 'with turn as materialized (select pg_advisory_xact_lock(7239001))';
const COLUMNS = 'm.id::text, m.version, m.address, m.at_ms, m.edited, m.body';

export const webChatStore = <P>(pool: Pick<Pool, 'query'>, people: () => Promise<readonly P[]>) => ({
  people,

  groups: async (): Promise<{ id: string; title: string; members: string[] }[]> =>
    (await pool.query('select id, title, members from web_chat_group order by title, id')).rows,

  createGroup: async (group: { id: string; title: string; members: readonly string[] }): Promise<void> => {
    await pool.query(
      'insert into web_chat_group (id, title, members) values ($1, $2, $3) on conflict (id) do nothing',
      [group.id, group.title, group.members],
    );
  },

  append: async (entry: { address: string; at: number; body: object; key: string }): Promise<string> => {
    // The empty update makes a repeated key return the row that is there.
    const { rows } = await pool.query<{ id: string }>(
      `${IN_ORDER}
       insert into web_chat_message (version, address, at_ms, body, key)
       select nextval('web_chat_version'), $1, $2, $3, $4 from turn
       on conflict (key) do update set key = excluded.key
       returning id::text`,
      [entry.address, Math.round(entry.at), JSON.stringify(entry.body), entry.key],
    );
    return only(rows).id;
  },

  replace: async (ref: string, body: object): Promise<boolean> => {
    const { rowCount } = await pool.query(
      `${IN_ORDER}
       update web_chat_message set body = $2, edited = true, version = nextval('web_chat_version') from turn
       where id = $1`,
      [ref, JSON.stringify(body)],
    );
    return rowCount === 1;
  },

  find: async (ref: string): Promise<Entry | null> => {
    const { rows } = await pool.query<Row>(`select ${COLUMNS} from web_chat_message m where m.id = $1`, [ref]);
    return rows[0] ? toEntry(rows[0]) : null;
  },

  since: async (cursors: readonly { address: string; after: number }[], limit: number): Promise<Entry[]> => {
    const { rows } = await pool.query<Row>(
      `select ${COLUMNS}
       from unnest($1::text[], $2::bigint[]) as seen (address, after)
       join web_chat_message m on m.address = seen.address and m.version > seen.after
       order by m.version
       limit $3`,
      [cursors.map((each) => each.address), cursors.map((each) => each.after), limit],
    );
    return rows.map(toEntry);
  },

  saveUpload: async (upload: { bytes: Uint8Array; name: string; mime: string }): Promise<string> => {
    const { rows } = await pool.query<{ id: string }>(
      'insert into web_chat_file (name, mime, bytes) values ($1, $2, $3) returning id::text',
      [upload.name, upload.mime, upload.bytes],
    );
    return only(rows).id;
  },

  readUpload: async (ref: string): Promise<{ bytes: Uint8Array; name: string; mime: string } | null> => {
    const { rows } = await pool.query('select name, mime, bytes from web_chat_file where id = $1', [ref]);
    return rows[0] ?? null;
  },
});

const toEntry = (row: Row): Entry => ({
  ref: row.id,
  version: Number(row.version),
  address: row.address,
  at: Number(row.at_ms),
  edited: row.edited,
  body: row.body,
});

const only = <T>(rows: readonly T[]): T => {
  const [row] = rows;
  if (row === undefined) throw new Error('web chat: the statement returned no row');
  return row;
};
