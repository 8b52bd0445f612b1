-- What one coaching conversation needs. A released migration is never edited.
-- Instants are UTC, `YYYY-MM-DDTHH:MM:SS.mmmZ`; days are `YYYY-MM-DD` in the local calendar.

create table meta (
  key text primary key,
  value text not null
) strict;

create table counter (
  noun text primary key,
  last integer not null
) strict;

create table coachee (
  id text primary key,
  handle text not null,
  name text not null,
  name_sort text not null,
  role text,
  team text,
  organisation text,
  language text check (language in ('nl', 'fr', 'en')),
  since_on text check (since_on is date(since_on, '+0 days')),
  reach text,
  context text,
  archived_at text check (archived_at glob '????-??-??T??:??:??.???Z'),
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z')
) strict;
create index coachee_handle on coachee (handle);
create index coachee_name_sort on coachee (name_sort);

create table trajectory (
  id text primary key,
  number integer not null,
  coachee_id text not null references coachee (id),
  kind text not null check (kind in ('coaching', 'mentoring', 'onboarding', 'manager', 'own')),
  purpose text,
  starts_on text not null check (starts_on is date(starts_on, '+0 days')),
  ends_on text check (ends_on is date(ends_on, '+0 days')),
  status text not null check (status in ('active', 'closed')),
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z')
) strict;
create index trajectory_number on trajectory (number);
create index trajectory_coachee on trajectory (coachee_id, status);

create table goal (
  id text primary key,
  number integer not null,
  coachee_id text not null references coachee (id),
  trajectory_id text not null references trajectory (id),
  session_id text references session (id),
  statement text not null,
  why text,
  signs text,
  anti_goal text,
  milestone text,
  talents text,
  serves text,
  target_on text check (target_on is date(target_on, '+0 days')),
  baseline integer check (baseline between 0 and 10),
  target integer check (target between 0 and 10),
  set_on text not null check (set_on is date(set_on, '+0 days')),
  status text not null check (status in ('active', 'achieved', 'dropped')),
  closed_on text check (closed_on is date(closed_on, '+0 days')),
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z')
) strict;
create index goal_number on goal (number);
create index goal_coachee on goal (coachee_id, status);
create index goal_session on goal (session_id);

create table session (
  id text primary key,
  number integer not null,
  coachee_id text not null references coachee (id),
  trajectory_id text not null references trajectory (id),
  status text not null check (status in ('planned', 'held', 'cancelled', 'missed')),
  starts_at text not null check (starts_at glob '????-??-??T??:??:??.???Z'),
  time_zone text not null,
  held_on text not null check (held_on is date(held_on, '+0 days')),
  minutes integer check (minutes between 1 and 1440),
  form text check (form in ('in_person', 'video', 'phone', 'walk', 'written')),
  method text,
  method_version integer,
  topic text,
  better text,
  reality_now text,
  reality_score integer check (reality_score between 0 and 10),
  reality_why_not_lower text,
  reality_tried text,
  reality_exceptions text,
  reality_people text,
  reality_obstacles text,
  summary text,
  private_note text,
  reflection text,
  next_at text check (next_at glob '????-??-??T??:??:??.???Z'),
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z')
) strict;
create index session_number on session (number);
create index session_starts on session (starts_at);
create index session_coachee on session (coachee_id, starts_at);
create index session_next on session (next_at) where next_at is not null;

create table goal_score (
  id text primary key,
  goal_id text not null references goal (id),
  session_id text references session (id),
  scored_on text not null check (scored_on is date(scored_on, '+0 days')),
  score integer not null check (score between 0 and 10),
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z')
) strict;
create index goal_score_goal on goal_score (goal_id, scored_on, created_at);
create index goal_score_session on goal_score (session_id);

create table answer (
  id text primary key,
  session_id text not null references session (id),
  place integer not null,
  stage text not null,
  question text not null,
  asked text,
  text text not null,
  layer text not null check (layer in ('private', 'shared'))
) strict;
create index answer_session on answer (session_id, place);

create table option (
  id text primary key,
  session_id text not null references session (id),
  place integer not null,
  text text not null,
  origin text not null check (origin in ('coachee', 'coach', 'network')),
  contact text,
  pros text,
  cons text,
  chosen integer not null check (chosen in (0, 1))
) strict;
create index option_session on option (session_id, place);

create table action (
  id text primary key,
  number integer not null,
  coachee_id text not null references coachee (id),
  session_id text references session (id),
  goal_id text references goal (id),
  what text not null,
  due_on text check (due_on is date(due_on, '+0 days')),
  confidence integer check (confidence between 1 and 10),
  obstacle text,
  plan text,
  helper text,
  status text not null check (status in ('open', 'done', 'partly', 'dropped')),
  outcome text,
  agreed_on text not null check (agreed_on is date(agreed_on, '+0 days')),
  closed_on text check (closed_on is date(closed_on, '+0 days')),
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z')
) strict;
create index action_number on action (number);
create index action_coachee on action (coachee_id, status, due_on);
create index action_open on action (due_on) where status = 'open';
create index action_session on action (session_id);

-- An unfinished conversation: not logged, not indexed.
create table draft (
  id text primary key,
  coachee text,
  method text not null,
  started_at text not null check (started_at glob '????-??-??T??:??:??.???Z'),
  saved_at text not null check (saved_at glob '????-??-??T??:??:??.???Z'),
  state text not null check (json_valid(state))
) strict;

-- The change log: what was done in one go, and what each record was and became.
create table operation (
  id text primary key,
  device_id text not null,
  stamp text not null check (stamp glob '????-??-??T??:??:??.???Z'),
  command text not null,
  schema integer not null,
  origin text not null check (origin in ('coachlog', 'other')),
  undoes text
) strict;
create index operation_stamp on operation (stamp);

create table change (
  seq integer primary key autoincrement,
  operation text not null references operation (id),
  noun text not null,
  record_id text not null,
  verb text not null check (verb in ('insert', 'update', 'delete')),
  old text check (old is null or json_valid(old)),
  new text check (new is null or json_valid(new))
) strict;
create index change_operation on change (operation, seq);
create index change_record on change (noun, record_id);

-- One row at most: the operation that is at work in the present transaction.
create table acting (
  one integer primary key check (one = 1),
  operation text not null references operation (id)
) strict;
