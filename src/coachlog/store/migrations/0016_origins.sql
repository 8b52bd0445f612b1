-- Where records came from that were not written here, so that the same file can be read again.
-- A released migration is never edited.

-- `key` is a fingerprint of what identifies the record in its source, `digest` one of what came,
-- `fields` two of each field: of what came, and of what it became here. No words of people.
create table origin (
  id text primary key,
  source text not null,
  key text not null,
  noun text not null,
  record_id text not null,
  digest text not null,
  fields text not null check (json_valid(fields)),
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z')
) strict;
create unique index origin_key on origin (source, key);
create index origin_record on origin (record_id);
