-- What a coach does between two conversations: agreements, talents, topics parked, appointments.
-- A released migration is never edited.

alter table coachee add column agreement text;
alter table coachee add column agreement_basis text
  check (agreement_basis in ('legitimate_interest', 'contract', 'consent'));
alter table coachee add column controller text;
alter table coachee add column retention_on text
  check (retention_on is date(retention_on, '+0 days'));

alter table trajectory add column rhythm_days integer check (rhythm_days between 1 and 366);
alter table trajectory add column planned_sessions integer check (planned_sessions between 1 and 999);
alter table trajectory add column sponsor text;
alter table trajectory add column sharing text;
alter table trajectory add column closing text;
alter table trajectory add column closed_on text check (closed_on is date(closed_on, '+0 days'));

alter table session add column reason text;
create index session_planned on session (starts_at) where status = 'planned';
create index session_trajectory on session (trajectory_id, status);
create index trajectory_active on trajectory (rhythm_days) where status = 'active';
create index goal_trajectory on goal (trajectory_id);
create index action_goal on action (goal_id);
create index action_in_order on action (
  case status when 'open' then 0 else 1 end,
  case status when 'open' then coalesce(due_on, '9999') end,
  number desc
);

-- A handle that somebody had before, or that of somebody who turned out to be the same person.
create table former_handle (
  id text primary key,
  handle text not null,
  coachee_id text not null references coachee (id),
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z')
) strict;
create index former_handle_handle on former_handle (handle);
create index former_handle_coachee on former_handle (coachee_id);

create table talent (
  id text primary key,
  number integer not null,
  coachee_id text not null references coachee (id),
  strength text not null,
  shows text,
  gives_energy integer check (gives_energy in (0, 1)),
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z')
) strict;
create index talent_number on talent (number);
create index talent_coachee on talent (coachee_id);

create table topic (
  id text primary key,
  number integer not null,
  coachee_id text not null references coachee (id),
  session_id text references session (id),
  taken_up_id text references session (id),
  text text not null,
  status text not null check (status in ('parked', 'taken_up', 'dropped')),
  parked_on text not null check (parked_on is date(parked_on, '+0 days')),
  closed_on text check (closed_on is date(closed_on, '+0 days')),
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z')
) strict;
create index topic_number on topic (number);
create index topic_coachee on topic (coachee_id, status);
create index topic_session on topic (session_id);
create index topic_taken_up on topic (taken_up_id);

-- A text that the coachee agreed to hand to somebody else: a copy, which no later edit touches.
create table release (
  id text primary key,
  number integer not null,
  session_id text not null references session (id),
  text text not null,
  to_whom text not null,
  agreed_by text not null,
  released_on text not null check (released_on is date(released_on, '+0 days')),
  handed_over_on text check (handed_over_on is date(handed_over_on, '+0 days')),
  withdrawn_on text check (withdrawn_on is date(withdrawn_on, '+0 days')),
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z')
) strict;
create index release_number on release (number);
create index release_session on release (session_id);

-- The numbers of what can still be done, the highest first: what TAB offers.
create index session_planned_number on session (number) where status = 'planned';
create index goal_active_number on goal (number) where status = 'active';
create index action_open_number on action (number) where status = 'open';
create index topic_parked_number on topic (number) where status = 'parked';
create index trajectory_active_number on trajectory (number) where status = 'active';
