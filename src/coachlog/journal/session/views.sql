create view sessions as
select s.number, c.handle as coachee, s.status, s.starts_at, s.time_zone, s.held_on, s.minutes, s.form, s.method,
  s.topic, s.summary, coalesce(t.options, 0) as options, coalesce(t.options_by_coachee, 0) as options_by_coachee,
  coalesce(t.actions, 0) as actions, coalesce(t.actions_done, 0) as actions_done, s.next_at,
  s.better, s.reality_now, s.reality_score, s.reality_why_not_lower, s.reality_tried, s.reality_exceptions,
  s.reality_people, s.reality_obstacles, j.number as trajectory, s.method_version, s.reason,
  s.people, s.paid, s.activity
from session s
join coachee c on c.id = s.coachee_id
join trajectory j on j.id = s.trajectory_id
left join tally_session t on t.session_id = s.id;

create view sessions_private as
select s.number, c.handle as coachee, s.private_note, s.reflection
from session s
join coachee c on c.id = s.coachee_id;

create view options as
select s.number as session, o.text, o.origin, o.contact, o.chosen, o.pros, o.cons, o.place, c.handle as coachee
from option o
join session s on s.id = o.session_id
join coachee c on c.id = s.coachee_id;

create view answers as
select s.number as session, a.stage, a.question, a.text, a.asked, a.place, c.handle as coachee
from answer a
join session s on s.id = a.session_id
join coachee c on c.id = s.coachee_id
where a.layer = 'shared';

create view answers_private as
select s.number as session, a.stage, a.question, a.text, a.asked, a.place, c.handle as coachee
from answer a
join session s on s.id = a.session_id
join coachee c on c.id = s.coachee_id
where a.layer = 'private';

create view communication_forms as
select s.number as session, m.form, c.handle as coachee
from communication m
join session s on s.id = m.session_id
join coachee c on c.id = s.coachee_id;
