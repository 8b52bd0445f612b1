create view actions as
select a.number, c.handle as coachee, s.number as session, g.number as goal, a.what, a.due_on, a.confidence,
  a.status, a.outcome, a.obstacle, a.plan, a.helper, a.agreed_on, a.closed_on
from action a
join coachee c on c.id = a.coachee_id
left join session s on s.id = a.session_id
left join goal g on g.id = a.goal_id;
