create view releases as
select r.number, s.number as session, c.handle as coachee, r.text, r.to_whom, r.agreed_by, r.released_on,
  r.handed_over_on, r.withdrawn_on, g.number as goal, r.why, r.steps, r.signs, r.milestone, r.provided,
  r.starts_on, r.target_on, r.personnel_file
from release r
left join session s on s.id = r.session_id
left join goal g on g.id = r.goal_id
join coachee c on c.id = coalesce(s.coachee_id, g.coachee_id);
