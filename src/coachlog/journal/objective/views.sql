create view objectives as
select o.number, o.level, o.statement, o.team, o.plan, o.owner, o.signs, o.starts_on, o.ends_on, o.status, o.closed_on,
  (select count(*) from goal_objective l where l.objective_id = o.id) as goals,
  (select count(*) from goal_objective l join goal g on g.id = l.goal_id join coachee c on c.id = g.coachee_id
   where l.objective_id = o.id and g.status = 'active' and c.archived_at is null and c.is_self is not 1) as active_goals
from objective o;
