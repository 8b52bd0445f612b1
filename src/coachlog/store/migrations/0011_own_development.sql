-- The coach's own development: what others told and saw, what it is for, a rating of oneself.
-- A released migration is never edited.

-- The coach, who has goals and conversations of their own: one row at most.
alter table coachee add column is_self integer check (is_self in (0, 1));
create unique index coachee_self on coachee (is_self) where is_self = 1;

-- More kinds of learning; a certificate is a path, nothing of the file is kept.
create table growth_with_links (
  id text primary key,
  number integer not null,
  kind text not null check (kind in ('training', 'supervision', 'mentor_coaching', 'intervision',
    'network', 'reading', 'reflection', 'feedback', 'observed')),
  done_on text not null check (done_on is date(done_on, '+0 days')),
  minutes integer check (minutes between 1 and 6000),
  provider text,
  learned text,
  applied text,
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z'),
  unit text check (unit in ('core', 'resource', 'ethics')),
  certificate text,
  goal_id text references goal (id),
  network_id text references network (id)
) strict;
insert into growth_with_links (id, number, kind, done_on, minutes, provider, learned, applied,
    created_at)
  select id, number, kind, done_on, minutes, provider, learned, applied, created_at from growth;
drop table growth;
alter table growth_with_links rename to growth;
create index growth_number on growth (number);
create index growth_done on growth (done_on);
create index growth_goal on growth (goal_id);
create index growth_network on growth (network_id);

-- How the coach rates a competence of their own, from 1 to 5: for the coach alone.
create table self_rating (
  id text primary key,
  competence text not null,
  rated_on text not null check (rated_on is date(rated_on, '+0 days')),
  figure integer not null check (figure between 1 and 5),
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z')
) strict;
create index self_rating_competence on self_rating (competence, rated_on);
