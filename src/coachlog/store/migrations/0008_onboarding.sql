-- What a newcomer has to be shown, and by whom; a charter that was signed.
-- A released migration is never edited.

create table onboarding (
  id text primary key,
  number integer not null,
  coachee_id text not null references coachee (id),
  trajectory_id text not null references trajectory (id),
  item text,
  text text not null,
  moment text not null check (moment in ('before', 'day_1', 'week_1', 'month_1', 'month_3')),
  task_of text not null check (task_of in ('peter', 'line', 'newcomer')),
  level text check (level in ('shown', 'understood', 'can_apply', 'done', 'not_applicable')),
  ticked_on text check (ticked_on is date(ticked_on, '+0 days')),
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z'),
  check ((level is null) = (ticked_on is null))
) strict;
create index onboarding_number on onboarding (number);
create index onboarding_coachee on onboarding (coachee_id);
create index onboarding_trajectory on onboarding (trajectory_id);
create index onboarding_open on onboarding (trajectory_id, moment) where level is null;

alter table trajectory add column charter_place text;
alter table trajectory add column charter_signed_on text
  check (charter_signed_on is date(charter_signed_on, '+0 days'));

-- For the timeline of everybody.
create index onboarding_ticked on onboarding (ticked_on) where ticked_on is not null;
create index trajectory_charter on trajectory (charter_signed_on)
  where charter_signed_on is not null;

-- For the page of today: newcomers whose checklist may be behind.
create index trajectory_newcomer on trajectory (starts_on)
  where kind = 'onboarding' and status = 'active';
