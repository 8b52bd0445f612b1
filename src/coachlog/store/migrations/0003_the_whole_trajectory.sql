-- The whole of a coaching trajectory: objectives, scaled goals, what came of plans, observations,
-- workability, the coach's own growth, and reports that were handed in.
-- A released migration is never edited.

-- What a coach's role may get in the way of, asked when a trajectory begins.
alter table trajectory add column appraises integer check (appraises in (0, 1));
alter table trajectory add column asked_for_opinion integer check (asked_for_opinion in (0, 1));
alter table trajectory add column close_or_in_conflict integer check (close_or_in_conflict in (0, 1));
alter table trajectory add column hard_to_tell text;
alter table trajectory add column kept_out text;
alter table trajectory add column freely_chosen integer check (freely_chosen in (0, 1));
alter table trajectory add column turn_to text;
-- Empty: as the kind of the trajectory has it.
alter table trajectory add column mirror integer check (mirror in (0, 1));

create table trajectory_theme (
  id text primary key,
  trajectory_id text not null references trajectory (id),
  theme text not null
) strict;
create index trajectory_theme_trajectory on trajectory_theme (trajectory_id);

create table objective (
  id text primary key,
  number integer not null,
  statement text not null,
  level text not null check (level in ('organisation', 'team')),
  team text,
  plan text,
  owner text,
  signs text,
  starts_on text check (starts_on is date(starts_on, '+0 days')),
  ends_on text check (ends_on is date(ends_on, '+0 days')),
  status text not null check (status in ('active', 'reached', 'dropped')),
  closed_on text check (closed_on is date(closed_on, '+0 days')),
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z')
) strict;
create index objective_number on objective (number);
create index objective_active_number on objective (number) where status = 'active';

-- The context in which an unused talent would be used.
alter table talent add column wanted_context text;

create table goal_objective (
  id text primary key,
  goal_id text not null references goal (id),
  objective_id text not null references objective (id)
) strict;
create index goal_objective_goal on goal_objective (goal_id);
create index goal_objective_objective on goal_objective (objective_id);

create table goal_talent (
  id text primary key,
  goal_id text not null references goal (id),
  talent_id text not null references talent (id)
) strict;
create index goal_talent_goal on goal_talent (goal_id);
create index goal_talent_talent on goal_talent (talent_id);

create table goal_lens (
  id text primary key,
  goal_id text not null references goal (id),
  lens text not null check (lens in ('stress', 'motivation', 'learning', 'balance', 'workload',
    'emotional', 'variety', 'autonomy', 'support', 'conditions'))
) strict;
create index goal_lens_goal on goal_lens (goal_id);

-- Goal Attainment Scaling: what one would see at each of five levels.
alter table goal add column level_minus_2 text;
alter table goal add column level_minus_1 text;
alter table goal add column level_0 text;
alter table goal add column level_plus_1 text;
alter table goal add column level_plus_2 text;
alter table goal add column level_baseline integer check (level_baseline between -2 and 2);
alter table goal add column weight integer check (weight between 0 and 10);

create table goal_level (
  id text primary key,
  goal_id text not null references goal (id),
  session_id text references session (id),
  rated_on text not null check (rated_on is date(rated_on, '+0 days')),
  level integer not null check (level between -2 and 2),
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z')
) strict;
create index goal_level_goal on goal_level (goal_id, rated_on, created_at);
create index goal_level_session on goal_level (session_id);

-- A change of context is an action as well, and not only the person coached acts.
alter table action add column done_by text check (done_by in ('coachee', 'coach', 'manager'));
alter table action add column talent_id text references talent (id);
create index action_talent on action (talent_id);

-- What a later conversation told about an action.
create table review (
  id text primary key,
  session_id text not null references session (id),
  action_id text not null references action (id),
  status text not null check (status in ('open', 'done', 'partly', 'dropped')),
  outcome text,
  obstacle_came integer check (obstacle_came in (0, 1)),
  plan_helped text
) strict;
create index review_session on review (session_id);
create index review_action on review (action_id);

-- How sure somebody was that an action would be done, each time it was asked.
create table confidence (
  id text primary key,
  action_id text not null references action (id),
  session_id text references session (id),
  said_on text not null check (said_on is date(said_on, '+0 days')),
  figure integer not null check (figure between 1 and 10),
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z')
) strict;
create index confidence_action on confidence (action_id, said_on, created_at);
create index confidence_session on confidence (session_id);

create table observation (
  id text primary key,
  number integer not null,
  coachee_id text not null references coachee (id),
  goal_id text references goal (id),
  observed_on text not null check (observed_on is date(observed_on, '+0 days')),
  own_view text,
  fact text not null,
  effect text,
  wish text,
  taken text,
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z')
) strict;
create index observation_number on observation (number);
create index observation_coachee on observation (coachee_id, observed_on);
create index observation_goal on observation (goal_id);

create table communication (
  id text primary key,
  session_id text not null references session (id),
  form text not null check (form in ('listen', 'summarise', 'ask', 'scale', 'feedback', 'observe',
    'show', 'rehearse', 'share'))
) strict;
create index communication_session on communication (session_id);

-- 0 weighs heavily, 10 is fine as it is: the same direction for all ten.
create table workability (
  id text primary key,
  number integer not null,
  coachee_id text not null references coachee (id),
  trajectory_id text not null references trajectory (id),
  checked_on text not null check (checked_on is date(checked_on, '+0 days')),
  stress integer check (stress between 0 and 10),
  motivation integer check (motivation between 0 and 10),
  learning integer check (learning between 0 and 10),
  balance integer check (balance between 0 and 10),
  workload integer check (workload between 0 and 10),
  emotional integer check (emotional between 0 and 10),
  variety integer check (variety between 0 and 10),
  autonomy integer check (autonomy between 0 and 10),
  support integer check (support between 0 and 10),
  conditions integer check (conditions between 0 and 10),
  note text,
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z')
) strict;
create index workability_number on workability (number);
create index workability_coachee on workability (coachee_id, checked_on);
create index workability_trajectory on workability (trajectory_id);

-- The coach's own development.
create table growth (
  id text primary key,
  number integer not null,
  kind text not null check (kind in ('training', 'supervision', 'mentor_coaching', 'intervision',
    'reading', 'reflection')),
  done_on text not null check (done_on is date(done_on, '+0 days')),
  minutes integer check (minutes between 1 and 6000),
  provider text,
  learned text,
  applied text,
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z')
) strict;
create index growth_number on growth (number);
create index growth_done on growth (done_on);

-- A report that was handed in is told again in the same words, whatever the journal says later.
create table published (
  id text primary key,
  report text not null,
  year integer not null,
  body text not null check (json_valid(body)),
  published_on text not null check (published_on is date(published_on, '+0 days')),
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z')
) strict;
create index published_report on published (report, year);
