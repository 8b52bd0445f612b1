create view observations as
select o.number, c.handle as coachee, g.number as goal, o.observed_on, o.own_view, o.fact, o.effect, o.wish, o.taken
from observation o
join coachee c on c.id = o.coachee_id
left join goal g on g.id = o.goal_id;
