create view trajectories as
select t.number, c.handle as coachee, t.kind, t.status, t.starts_on, t.ends_on, t.purpose
from trajectory t
join coachee c on c.id = t.coachee_id;
