/**
 * What the web chat remembers, as a port. The web chat is a chat platform of its own: it keeps the messages of both
 * sides, the groups and the files, and knows the product's people only as a list to choose from.
 * Everything is in the database, so that any number of processes show the same chats.
 */

/** Somebody who can be played on the page: a sample person with an account on this channel. */
export type WebPerson = {
  readonly externalId: string;
  readonly name: string;
  readonly title: string;
  readonly unit: string;
};

/** A group chat made on the page; the bot is always in it. */
export type WebGroup = { readonly id: string; readonly title: string; readonly members: readonly string[] };

export type WebEntry = {
  readonly ref: string;
  /** Rises with every write of any entry, in commit order: a reader that has seen n has seen all below n. */
  readonly version: number;
  readonly address: string;
  readonly at: number;
  readonly edited: boolean;
  /** One of body.ts. */
  readonly body: unknown;
};

export type WebUpload = { readonly bytes: Uint8Array; readonly name: string; readonly mime: string };

export type WebCursor = { readonly address: string; readonly after: number };

export type NewEntry = {
  readonly address: string;
  readonly at: number;
  readonly body: object;
  /** A second append with the same key changes nothing and gives the first one's ref. */
  readonly key: string;
};

export type WebStore = {
  readonly people: () => Promise<readonly WebPerson[]>;
  readonly groups: () => Promise<readonly WebGroup[]>;
  /** Nothing happens when a group of this id exists. */
  readonly createGroup: (group: WebGroup) => Promise<void>;
  /** @returns the ref */
  readonly append: (entry: NewEntry) => Promise<string>;
  /** @returns whether there was such an entry */
  readonly replace: (ref: string, body: object) => Promise<boolean>;
  readonly find: (ref: string) => Promise<WebEntry | null>;
  /** Entries written or replaced after their address's cursor, in the order of their versions. */
  readonly since: (cursors: readonly WebCursor[], limit: number) => Promise<readonly WebEntry[]>;
  /** @returns the ref */
  readonly saveUpload: (upload: WebUpload) => Promise<string>;
  readonly readUpload: (ref: string) => Promise<WebUpload | null>;
};
