/**
 * People, their sessions and what they may do. The first four are what better-auth writes to, under names and columns
 * of ours (`access/auth.ts`); its times are ISO 8601 in UTC, ours milliseconds since 1970.
 */
export interface AccessTables {
  person: {
    id: string;
    name: string;
    /** Guests have one that nobody can write to: better-auth wants one of everybody. */
    email: string;
    email_verified: number;
    image: string | null;
    is_anonymous: number | null;
    color: string;
    /** Whether they chose their name themselves. */
    named: number;
    /** When they were last here, to the day; null: they never came back with the cookie they got. */
    seen_at: number | null;
    created_at: string;
    updated_at: string;
  };
  session: {
    id: string;
    token: string;
    person: string;
    expires_at: string;
    ip_address: string | null;
    user_agent: string | null;
    created_at: string;
    updated_at: string;
  };
  account: {
    id: string;
    person: string;
    provider: string;
    account_id: string;
    password: string | null;
    access_token: string | null;
    refresh_token: string | null;
    id_token: string | null;
    access_token_expires_at: string | null;
    refresh_token_expires_at: string | null;
    scope: string | null;
    created_at: string;
    updated_at: string;
  };
  verification: {
    id: string;
    identifier: string;
    value: string;
    expires_at: string;
    created_at: string;
    updated_at: string;
  };
  /** What became of the ids of guests who signed in to an account they already had. */
  person_alias: { alias: string; person: string };
  map_member: { map: string; person: string; role: string; at: number };
  share_link: {
    id: string;
    map: string;
    role: string;
    /** SHA-256 of the token: who reads the database can open nothing with it. */
    token_hash: string;
    password_hash: string | null;
    /** SHA-256 of the token under which other pages show the map; null: they may not. */
    embed_hash: string | null;
    expires_at: number | null;
    enabled: number;
    created_at: number;
    /** Null: made on the command line. */
    created_by: string | null;
  };
  /** Somebody has a map because of a link, in the role the link has at the time of asking. */
  link_grant: { map: string; person: string; link: string; at: number };
  /** Up to when somebody has read a thread of a map's discussion. */
  read_mark: { map: string; person: string; thread: string; at: number };
}

/** A migration: never changed once it is released. */
export const createAccessTables: readonly string[] = [
  `create table person (
    id text primary key, name text not null, email text not null unique, email_verified integer not null, image text,
    is_anonymous integer, color text not null, named integer not null, seen_at integer,
    created_at text not null, updated_at text not null)`,
  `create table session (
    id text primary key, token text not null unique, person text not null, expires_at text not null,
    ip_address text, user_agent text, created_at text not null, updated_at text not null)`,
  'create index session_of_person on session (person)',
  'create index session_by_end on session (expires_at)',
  `create table account (
    id text primary key, person text not null, provider text not null, account_id text not null, password text,
    access_token text, refresh_token text, id_token text, access_token_expires_at text, refresh_token_expires_at text,
    scope text, created_at text not null, updated_at text not null)`,
  'create index account_of_person on account (person)',
  'create unique index account_by_provider on account (provider, account_id)',
  `create table verification (
    id text primary key, identifier text not null, value text not null, expires_at text not null,
    created_at text not null, updated_at text not null)`,
  'create index verification_by_identifier on verification (identifier)',
  'create table person_alias (alias text primary key, person text not null) without rowid',
  'create index person_alias_of_person on person_alias (person)',
  `create table map_member (
    map text not null, person text not null, role text not null, at integer not null, primary key (map, person))
    without rowid`,
  'create index map_member_of_person on map_member (person)',
  `create table share_link (
    id text primary key, map text not null, role text not null, token_hash text not null unique, password_hash text,
    expires_at integer, enabled integer not null, created_at integer not null, created_by text)`,
  'create index share_link_of_map on share_link (map)',
  `create table link_grant (
    map text not null, person text not null, link text not null, at integer not null,
    primary key (map, person, link)) without rowid`,
  'create index link_grant_of_person on link_grant (person)',
  'create index link_grant_of_link on link_grant (link)',
  `create table read_mark (
    map text not null, person text not null, thread text not null, at integer not null,
    primary key (map, person, thread)) without rowid`,
];
