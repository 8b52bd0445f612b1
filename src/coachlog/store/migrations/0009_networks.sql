-- Learning networks: groups that meet to learn from one another, and what came of each meeting.
-- A released migration is never edited.

create table network (
  id text primary key,
  number integer not null,
  name text not null,
  kind text check (kind in ('intervision', 'peers', 'cross_company', 'training_group', 'online')),
  purpose text,
  rhythm_days integer check (rhythm_days between 1 and 366),
  starts_on text check (starts_on is date(starts_on, '+0 days')),
  status text not null check (status in ('active', 'closed')),
  closed_on text check (closed_on is date(closed_on, '+0 days')),
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z')
) strict;
create index network_number on network (number);
create index network_active_number on network (number) where status = 'active';

create table network_member (
  id text primary key,
  network_id text not null references network (id),
  contact_id text not null references contact (id)
) strict;
create index network_member_network on network_member (network_id);
create index network_member_contact on network_member (contact_id);

-- A meeting is one learning moment of the coach, which it makes and keeps up to date.
create table network_meeting (
  id text primary key,
  number integer not null,
  network_id text not null references network (id),
  met_on text not null check (met_on is date(met_on, '+0 days')),
  minutes integer check (minutes between 1 and 1440),
  method text,
  counts_as text not null check (counts_as in ('intervision', 'network')),
  question text,
  take_along text,
  growth_id text references growth (id),
  created_at text not null check (created_at glob '????-??-??T??:??:??.???Z')
) strict;
create index network_meeting_number on network_meeting (number);
create index network_meeting_network on network_meeting (network_id, met_on);
create index network_meeting_day on network_meeting (met_on);
create index network_meeting_growth on network_meeting (growth_id);

create table network_presence (
  id text primary key,
  meeting_id text not null references network_meeting (id),
  contact_id text not null references contact (id)
) strict;
create index network_presence_meeting on network_presence (meeting_id);
create index network_presence_contact on network_presence (contact_id);

-- Where the coach used what a meeting brought: one thing a row. An idea is found by its talk.
create table network_use (
  id text primary key,
  meeting_id text not null references network_meeting (id),
  goal_id text references goal (id),
  session_id text references session (id),
  action_id text references action (id),
  growth_id text references growth (id),
  check ((goal_id is not null) + (session_id is not null) + (action_id is not null)
    + (growth_id is not null) = 1)
) strict;
create index network_use_meeting on network_use (meeting_id);
create index network_use_goal on network_use (goal_id);
create index network_use_session on network_use (session_id);
create index network_use_action on network_use (action_id);
create index network_use_growth on network_use (growth_id);
