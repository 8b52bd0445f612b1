-- Whom the coach knows: people inside and outside who help to find solutions.
-- A released migration is never edited.

-- Only what is needed to reach them, and to know what they can help with.
create table contact (
  id text primary key,
  number integer not null,
  name text not null,
  location text not null check (location in ('internal', 'external')),
  organisation text,
  expertise text,
  reach text,
  may_be_named text not null check (may_be_named in ('yes_named', 'ask_first', 'not_named')),
  rhythm_days integer check (rhythm_days between 1 and 366),
  in_touch_on text check (in_touch_on is date(in_touch_on, '+0 days')),
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z')
) strict;
create index contact_number on contact (number);

-- The idea that somebody brought, and the action with which they help: beside the name as typed.
alter table option add column contact_id text references contact (id);
alter table action add column contact_id text references contact (id);
create index option_contact on option (contact_id);
create index action_contact on action (contact_id);
