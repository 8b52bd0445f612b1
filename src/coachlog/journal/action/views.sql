create view actions as
select a.number, c.handle as coachee, s.number as session, g.number as goal, a.what, a.due_on, a.confidence,
  a.status, a.outcome, a.obstacle, a.plan, a.helper, a.agreed_on, a.closed_on,
  a.done_by, t.number as talent
from action a
join coachee c on c.id = a.coachee_id
left join session s on s.id = a.session_id
left join goal g on g.id = a.goal_id
left join talent t on t.id = a.talent_id;

create view reviews as
select s.number as session, a.number as action, r.status, r.outcome, r.obstacle_came, r.plan_helped,
  c.handle as coachee
from review r
join session s on s.id = r.session_id
join action a on a.id = r.action_id
join coachee c on c.id = a.coachee_id;

create view confidences as
select a.number as action, f.said_on, f.figure, s.number as session, c.handle as coachee, f.created_at
from confidence f
join action a on a.id = f.action_id
join coachee c on c.id = a.coachee_id
left join session s on s.id = f.session_id;
