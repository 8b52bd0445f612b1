-- The rights of a person: what was agreed and in which words, requests that have to be answered
-- within a month, and corrections beside what was written, or instead of it.
-- A released migration is never edited.

-- Consents get a number, the words that were agreed, and further kinds.
create table consent_with_words (
  id text primary key,
  number integer not null,
  coachee_id text not null references coachee (id),
  about text not null check (about in ('talks', 'workability', 'health', 'log', 'release')),
  words text,
  agreed_on text not null check (agreed_on is date(agreed_on, '+0 days')),
  withdrawn_on text check (withdrawn_on is date(withdrawn_on, '+0 days')),
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z')
) strict;
insert into consent_with_words
  (id, number, coachee_id, about, agreed_on, withdrawn_on, created_at)
  select id, row_number() over (order by created_at, id), coachee_id, about, agreed_on,
    withdrawn_on, created_at
  from consent;
drop table consent;
alter table consent_with_words rename to consent;
create index consent_coachee on consent (coachee_id, about);
create index consent_number on consent (number);
insert into counter (noun, last) select 'consent', max(number) from consent having count(*) > 0;

-- What somebody asked for about the notes, and until when it has to be answered.
create table request (
  id text primary key,
  number integer not null,
  coachee_id text not null references coachee (id),
  about text not null
    check (about in ('access', 'correction', 'erasure', 'restriction', 'objection')),
  words text,
  asked_on text not null check (asked_on is date(asked_on, '+0 days')),
  extended_on text check (extended_on is date(extended_on, '+0 days')),
  reason text,
  answered_on text check (answered_on is date(answered_on, '+0 days')),
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z')
) strict;
create index request_number on request (number);
create index request_coachee on request (coachee_id);
create index request_open on request (asked_on) where answered_on is null;

-- What a person said beside a text, or that a text was put right; never the words it replaced.
create table correction (
  id text primary key,
  number integer not null,
  coachee_id text references coachee (id),
  record text not null,
  record_number integer,
  field text not null,
  how text not null check (how in ('beside', 'instead')),
  statement text,
  said_on text not null check (said_on is date(said_on, '+0 days')),
  noun text not null,
  record_id text not null,
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z')
) strict;
create index correction_number on correction (number);
create index correction_coachee on correction (coachee_id);
create index correction_record on correction (noun, record_id);
