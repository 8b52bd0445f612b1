create view checkins as
select w.number, c.handle as coachee, w.checked_on, w.stress, w.motivation, w.learning, w.balance, w.workload,
  w.emotional, w.variety, w.autonomy, w.support, w.conditions, w.note, t.number as trajectory
from workability w
join coachee c on c.id = w.coachee_id
join trajectory t on t.id = w.trajectory_id;
