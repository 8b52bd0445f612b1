-- Cases for peer consultation, written anew by the coach, with the advice that came of them.
-- A released migration is never edited.

create table network_case (
  id text primary key,
  number integer not null,
  question text not null,
  happened text,
  did text,
  felt text,
  want text,
  guessable integer check (guessable in (0, 1)),
  written_on text not null check (written_on is date(written_on, '+0 days')),
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z')
) strict;
create index network_case_number on network_case (number);

-- Private with its case, until it is brought into a conversation as an idea.
create table network_advice (
  id text primary key,
  case_id text not null references network_case (id),
  place integer not null,
  text text not null,
  session_id text references session (id),
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z')
) strict;
-- Advice that is brought in stays the coach's own, as answers can be.
alter table option add column layer text not null default 'shared'
  check (layer in ('private', 'shared'));

create index network_advice_case on network_advice (case_id, place);
create index network_advice_session on network_advice (session_id);

-- A peer consultation that is going on or was interrupted: where it is, and the time left there.
create table consultation (
  id text primary key,
  method text not null,
  case_id text,
  step integer not null,
  seconds_left integer not null,
  started_at text not null check (started_at glob '????-??-??T??:??:??.???Z'),
  saved_at text not null check (saved_at glob '????-??-??T??:??:??.???Z')
) strict;
