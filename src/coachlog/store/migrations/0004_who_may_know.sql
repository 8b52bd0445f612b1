-- Who may know what: a released text has a reader, a goal can be released, consent has its day.
-- A released migration is never edited.

-- A text of a conversation, or a goal with what belongs to it; in both cases a copy.
create table release_with_goals (
  id text primary key,
  number integer not null,
  session_id text references session (id),
  goal_id text references goal (id),
  text text not null,
  why text,
  steps text,
  signs text,
  milestone text,
  provided text,
  starts_on text check (starts_on is date(starts_on, '+0 days')),
  target_on text check (target_on is date(target_on, '+0 days')),
  to_whom text not null,
  agreed_by text not null,
  personnel_file integer check (personnel_file in (0, 1)),
  released_on text not null check (released_on is date(released_on, '+0 days')),
  handed_over_on text check (handed_over_on is date(handed_over_on, '+0 days')),
  withdrawn_on text check (withdrawn_on is date(withdrawn_on, '+0 days')),
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z'),
  check ((session_id is null) <> (goal_id is null))
) strict;
insert into release_with_goals (id, number, session_id, text, to_whom, agreed_by, released_on,
    handed_over_on, withdrawn_on, created_at)
  select id, number, session_id, text, to_whom, agreed_by, released_on,
    handed_over_on, withdrawn_on, created_at from release;
drop table release;
alter table release_with_goals rename to release;
create index release_number on release (number);
create index release_session on release (session_id);
create index release_goal on release (goal_id);

-- What somebody agreed to in so many words, where the law asks for that.
create table consent (
  id text primary key,
  coachee_id text not null references coachee (id),
  about text not null check (about in ('workability')),
  agreed_on text not null check (agreed_on is date(agreed_on, '+0 days')),
  withdrawn_on text check (withdrawn_on is date(withdrawn_on, '+0 days')),
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z')
) strict;
create index consent_coachee on consent (coachee_id, about);

-- The conversation that reached or dropped a goal; the latest of that day, for what is older.
alter table goal add column closed_in_id text references session (id);
update goal set closed_in_id = (
  select s.id from session s
  where s.coachee_id = goal.coachee_id and s.status = 'held' and s.held_on = goal.closed_on
  order by s.starts_at desc, s.number desc limit 1
) where status <> 'active';
create index goal_closed_in on goal (closed_in_id);

-- The plan of a company that a fund pays for.
alter table trajectory add column project text;

-- A draft that was thrown away, and can be taken back.
alter table draft add column dropped_at text
  check (dropped_at glob '????-??-??T??:??:??.???Z');

-- What was told of an action while it stayed open is not what it brought in the end.
update action set outcome = null
  where status <> 'open'
    and exists (select 1 from review r where r.action_id = action.id and r.status = 'open'
      and r.outcome = action.outcome)
    and not exists (select 1 from review r where r.action_id = action.id and r.status <> 'open'
      and r.outcome = action.outcome);

-- What the coach promised, for the page of today.
create index action_of_coach on action (due_on) where status = 'open' and done_by = 'coach';

-- For the page of today: goals whose day has passed, trajectories whose last talk was held.
create index goal_due on goal (target_on) where status = 'active';
create index session_closing on session (trajectory_id) where method = 'closing' and status = 'held';
