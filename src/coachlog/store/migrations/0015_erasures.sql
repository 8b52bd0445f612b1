-- What was erased, without saying whose it was, and the talks that are only counted since.
-- A released migration is never edited.

-- Why notes are kept longer than was agreed, or without a day.
alter table coachee add column retention_reason text;

-- `records` counts what went, by table. `persons` and `decisions` hold fingerprints of ids only, so
-- that an old copy is erased as well when it comes back.
create table erasure (
  id text primary key,
  number integer not null,
  erased_on text not null check (erased_on is date(erased_on, '+0 days')),
  records text not null check (json_valid(records)),
  mentions integer not null,
  hours integer not null,
  backups integer not null,
  files integer not null,
  persons text not null check (json_valid(persons)),
  decisions text not null check (json_valid(decisions)),
  usual text not null check (usual in ('keep', 'rewrite', 'remove')),
  word text not null,
  keeps_hours integer not null check (keeps_hours in (0, 1)),
  done_at text check (done_at glob '????-??-??T??:??:??.???Z'),
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z')
) strict;

-- `person` tells the talks of one from those of another, and is no id of anything.
create table nameless_talk (
  id text primary key,
  person text not null,
  held_on text not null check (held_on is date(held_on, '+0 days')),
  kind text not null,
  minutes integer,
  people integer,
  paid text,
  activity text,
  form text,
  with_three integer not null check (with_three in (0, 1)),
  appraises integer not null check (appraises in (0, 1)),
  policy integer not null check (policy in (0, 1)),
  letter integer not null check (letter in (0, 1)),
  as_mentoring integer not null check (as_mentoring in (0, 1))
) strict;
create index nameless_talk_held on nameless_talk (held_on);
