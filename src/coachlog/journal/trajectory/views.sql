create view trajectories as
select t.number, c.handle as coachee, t.kind, t.status, t.starts_on, t.ends_on, t.purpose, t.rhythm_days,
  (select count(*) from session s where s.trajectory_id = t.id and s.status = 'held') as sessions,
  t.planned_sessions, t.sponsor, t.sharing, t.closing, t.closed_on
from trajectory t
join coachee c on c.id = t.coachee_id;
