create view everybody as
select c.handle, c.name, c.role, c.team, c.organisation, c.language, c.since_on as since, c.archived_at,
  coalesce(t.sessions, 0) as sessions, t.last_session_at, coalesce(t.open_actions, 0) as open_actions,
  c.reach, c.context, c.name_sort, c.agreement, c.agreement_basis, c.controller, c.retention_on,
  c.retention_reason
from coachee c
left join tally_coachee t on t.coachee_id = c.id;

create view coachees as
select * from everybody
where handle not in (select handle from coachee where is_self = 1);

create view talents as
select t.number, c.handle as coachee, t.strength, t.shows, t.gives_energy, t.wanted_context
from talent t
join coachee c on c.id = t.coachee_id;
