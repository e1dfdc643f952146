/** The local web chat, a chat platform of its own: messages of both sides, groups, files. Nothing of the product joins them. */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table web_chat_group (
      id text primary key,
      title text not null,
      members text[] not null
    );
    create sequence web_chat_version;
    create table web_chat_message (
      id bigint generated always as identity primary key,
      version bigint not null unique,
      address text not null,
      at_ms bigint not null,
      edited boolean not null default false,
      body jsonb not null,
      key text not null unique
    );
    create index web_chat_message_feed on web_chat_message (address, version);
    create table web_chat_file (
      id bigint generated always as identity primary key,
      name text not null,
      mime text not null,
      bytes bytea not null
    );
  `.execute(db);
}
