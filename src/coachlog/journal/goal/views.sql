create view goals as
select g.number, c.handle as coachee, g.statement, g.anti_goal, g.target_on, g.baseline, g.target,
  (select s.score from goal_score s where s.goal_id = g.id order by s.scored_on desc, s.created_at desc, s.id desc limit 1) as score,
  (select s.scored_on from goal_score s where s.goal_id = g.id order by s.scored_on desc, s.created_at desc, s.id desc limit 1) as scored_on,
  g.status, g.why, g.signs, g.milestone, g.talents, g.serves, g.set_on, g.closed_on, n.number as session, t.number as trajectory,
  g.level_minus_2, g.level_minus_1, g.level_0, g.level_plus_1, g.level_plus_2, g.level_baseline, g.weight,
  (select l.level from goal_level l where l.goal_id = g.id order by l.rated_on desc, l.created_at desc, l.id desc limit 1) as level,
  (select l.rated_on from goal_level l where l.goal_id = g.id order by l.rated_on desc, l.created_at desc, l.id desc limit 1) as rated_on
from goal g
join coachee c on c.id = g.coachee_id
join trajectory t on t.id = g.trajectory_id
left join session n on n.id = g.session_id;

create view goal_scores as
select g.number as goal, s.scored_on, s.score, n.number as session, c.handle as coachee, s.created_at
from goal_score s
join goal g on g.id = s.goal_id
join coachee c on c.id = g.coachee_id
left join session n on n.id = s.session_id;

create view goal_levels as
select g.number as goal, l.rated_on, l.level, n.number as session, c.handle as coachee, l.created_at
from goal_level l
join goal g on g.id = l.goal_id
join coachee c on c.id = g.coachee_id
left join session n on n.id = l.session_id;

create view goal_lenses as
select g.number as goal, c.handle as coachee, l.lens
from goal_lens l
join goal g on g.id = l.goal_id
join coachee c on c.id = g.coachee_id;

create view goal_links as
select g.number as goal, c.handle as coachee, o.number as objective, null as talent, o.statement as text
from goal_objective l
join goal g on g.id = l.goal_id
join coachee c on c.id = g.coachee_id
join objective o on o.id = l.objective_id
union all
select g.number, c.handle, null, t.number, t.strength
from goal_talent l
join goal g on g.id = l.goal_id
join coachee c on c.id = g.coachee_id
join talent t on t.id = l.talent_id;
