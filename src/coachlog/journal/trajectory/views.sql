create view trajectories as
select t.number, c.handle as coachee, t.kind, t.status, t.starts_on, t.ends_on, t.purpose, t.rhythm_days,
  (select count(*) from session s where s.trajectory_id = t.id and s.status = 'held') as sessions,
  t.planned_sessions, t.sponsor, t.sharing, t.closing, t.closed_on,
  t.appraises, t.asked_for_opinion, t.close_or_in_conflict, t.kept_out, t.freely_chosen, t.turn_to, t.mirror
from trajectory t
join coachee c on c.id = t.coachee_id;

create view trajectories_private as
select t.number, c.handle as coachee, t.hard_to_tell
from trajectory t
join coachee c on c.id = t.coachee_id
where t.hard_to_tell is not null;
