create view checklist_items as
select o.number, c.handle as coachee, t.number as trajectory, o.moment, o.text, o.task_of,
  o.level, o.ticked_on, o.item
from onboarding o
join trajectory t on t.id = o.trajectory_id
join coachee c on c.id = o.coachee_id;
