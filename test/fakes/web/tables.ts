/** The tables of the web chat, for as long as no migration makes them. */
export const WEB_CHAT_TABLES = `
  create table if not exists web_chat_group (
    id text primary key,
    title text not null,
    members text[] not null
  );
  create sequence if not exists web_chat_version;
  create table if not exists web_chat_message (
    id bigint generated always as identity primary key,
    version bigint not null unique,
    address text not null,
    at_ms bigint not null,
    edited boolean not null default false,
    body jsonb not null,
    key text not null unique
  );
  create index if not exists web_chat_message_feed on web_chat_message (address, version);
  create table if not exists web_chat_file (
    id bigint generated always as identity primary key,
    name text not null,
    mime text not null,
    bytes bytea not null
  );
`;
