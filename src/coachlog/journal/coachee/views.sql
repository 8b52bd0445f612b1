create view coachees as
select c.handle, c.name, c.role, c.team, c.organisation, c.language, c.since_on as since, c.archived_at,
  coalesce(t.sessions, 0) as sessions, t.last_session_at, coalesce(t.open_actions, 0) as open_actions,
  c.reach, c.context, c.name_sort
from coachee c
left join tally_coachee t on t.coachee_id = c.id;
