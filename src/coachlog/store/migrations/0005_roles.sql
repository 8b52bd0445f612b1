-- A trajectory about somebody's career is one of coaching with a method of its own.
-- A released migration is never edited.

create table trajectory_of_any_kind (
  id text primary key,
  number integer not null,
  coachee_id text not null references coachee (id),
  kind text not null
    check (kind in ('coaching', 'career', 'mentoring', 'onboarding', 'manager', 'own')),
  purpose text,
  starts_on text not null check (starts_on is date(starts_on, '+0 days')),
  ends_on text check (ends_on is date(ends_on, '+0 days')),
  status text not null check (status in ('active', 'closed')),
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z'),
  rhythm_days integer check (rhythm_days between 1 and 366),
  planned_sessions integer check (planned_sessions between 1 and 999),
  sponsor text,
  sharing text,
  closing text,
  closed_on text check (closed_on is date(closed_on, '+0 days')),
  appraises integer check (appraises in (0, 1)),
  asked_for_opinion integer check (asked_for_opinion in (0, 1)),
  close_or_in_conflict integer check (close_or_in_conflict in (0, 1)),
  hard_to_tell text,
  kept_out text,
  freely_chosen integer check (freely_chosen in (0, 1)),
  turn_to text,
  mirror integer check (mirror in (0, 1)),
  project text
) strict;
insert into trajectory_of_any_kind (id, number, coachee_id, kind, purpose, starts_on, ends_on, status,
    created_at, rhythm_days, planned_sessions, sponsor, sharing, closing, closed_on, appraises,
    asked_for_opinion, close_or_in_conflict, hard_to_tell, kept_out, freely_chosen, turn_to, mirror,
    project)
  select id, number, coachee_id, kind, purpose, starts_on, ends_on, status,
    created_at, rhythm_days, planned_sessions, sponsor, sharing, closing, closed_on, appraises,
    asked_for_opinion, close_or_in_conflict, hard_to_tell, kept_out, freely_chosen, turn_to, mirror,
    project from trajectory;
drop table trajectory;
alter table trajectory_of_any_kind rename to trajectory;
create index trajectory_number on trajectory (number);
create index trajectory_coachee on trajectory (coachee_id, status);
create index trajectory_active on trajectory (rhythm_days) where status = 'active';
create index trajectory_active_number on trajectory (number) where status = 'active';
