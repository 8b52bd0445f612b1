-- Practice hours: what the conversations do not tell yet, hours from before, consent to be named.
-- A released migration is never edited.

-- How many were coached at once, whether it was paid, and what else than a talk it was.
alter table session add column people integer check (people between 1 and 999);
alter table session add column paid text check (paid in ('paid', 'exchange', 'pro_bono'));
alter table session add column activity text
  check (activity in ('session', 'supervision', 'mentor_coaching', 'assessment_debrief', 'training_practice'));

-- Own clients or colleagues; whether a policy forbids names, and whether the letter is there.
alter table trajectory add column setting text check (setting in ('external', 'internal'));
alter table trajectory add column policy integer check (policy in (0, 1));
alter table trajectory add column letter integer check (letter in (0, 1));
alter table trajectory add column as_mentoring text;

-- Hours from before the journal, or from an old sheet.
create table hours (
  id text primary key,
  number integer not null,
  until_on text not null check (until_on is date(until_on, '+0 days')),
  minutes integer not null check (minutes > 0),
  paid_minutes integer,
  clients integer,
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z')
) strict;
create index hours_number on hours (number);

-- Consent to be named in a log, beside that to notes about workable work.
create table consent_of_two_kinds (
  id text primary key,
  coachee_id text not null references coachee (id),
  about text not null check (about in ('workability', 'log')),
  agreed_on text not null check (agreed_on is date(agreed_on, '+0 days')),
  withdrawn_on text check (withdrawn_on is date(withdrawn_on, '+0 days')),
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z')
) strict;
insert into consent_of_two_kinds (id, coachee_id, about, agreed_on, withdrawn_on, created_at)
  select id, coachee_id, about, agreed_on, withdrawn_on, created_at from consent;
drop table consent;
alter table consent_of_two_kinds rename to consent;
create index consent_coachee on consent (coachee_id, about);
