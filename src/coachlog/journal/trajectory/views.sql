create view trajectories as
select t.number, c.handle as coachee, t.kind, t.status, t.starts_on, t.ends_on, t.purpose, t.rhythm_days,
  (select count(*) from session s where s.trajectory_id = t.id and s.status = 'held') as sessions,
  t.planned_sessions, t.sponsor, t.sharing, t.closing, t.closed_on,
  t.appraises, t.asked_for_opinion, t.close_or_in_conflict, t.kept_out, t.freely_chosen, t.turn_to, t.mirror,
  t.project, t.charter_place, t.charter_signed_on, t.setting, t.policy, t.letter, t.as_mentoring
from trajectory t
join coachee c on c.id = t.coachee_id;

create view trajectories_private as
select t.number, c.handle as coachee, t.hard_to_tell
from trajectory t
join coachee c on c.id = t.coachee_id
where t.hard_to_tell is not null;

create view trajectory_themes as
select t.number as trajectory, c.handle as coachee,
  case when h.theme in ('work', 'health', 'competences', 'career') then h.theme end as area,
  case when h.theme not in ('work', 'health', 'competences', 'career') then h.theme end as theme
from trajectory_theme h
join trajectory t on t.id = h.trajectory_id
join coachee c on c.id = t.coachee_id;
