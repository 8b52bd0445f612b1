create view sessions as
select s.number, c.handle as coachee, s.status, s.starts_at, s.time_zone, s.held_on, s.minutes, s.form,
  case when s.discreet = 1 then null else s.method end as method, case when s.discreet = 1 then null else s.topic end as topic,
  case when s.discreet = 1 then null else s.summary end as summary,
  coalesce(t.options, 0) as options, coalesce(t.options_by_coachee, 0) as options_by_coachee,
  coalesce(t.actions, 0) as actions, coalesce(t.actions_done, 0) as actions_done, s.next_at,
  case when s.discreet = 1 then null else s.better end as better, case when s.discreet = 1 then null else s.reality_now end as reality_now,
  case when s.discreet = 1 then null else s.reality_score end as reality_score,
  case when s.discreet = 1 then null else s.reality_why_not_lower end as reality_why_not_lower,
  case when s.discreet = 1 then null else s.reality_tried end as reality_tried,
  case when s.discreet = 1 then null else s.reality_exceptions end as reality_exceptions,
  case when s.discreet = 1 then null else s.reality_people end as reality_people,
  case when s.discreet = 1 then null else s.reality_obstacles end as reality_obstacles,
  j.number as trajectory, case when s.discreet = 1 then null else s.method_version end as method_version,
  case when s.discreet = 1 then null else s.reason end as reason,
  s.people, s.paid, s.activity
from session s
join coachee c on c.id = s.coachee_id
join trajectory j on j.id = s.trajectory_id
left join tally_session t on t.session_id = s.id;

create view sessions_private as
select s.number, c.handle as coachee, s.private_note, s.reflection
from session s
join coachee c on c.id = s.coachee_id
where s.discreet is not 1;

create view options as
select s.number as session, o.text, o.origin, o.contact, o.chosen, o.pros, o.cons, o.place, c.handle as coachee
from option o
join session s on s.id = o.session_id
join coachee c on c.id = s.coachee_id
where o.layer = 'shared';

create view options_private as
select s.number as session, o.text, o.origin, o.contact, o.chosen, o.pros, o.cons, o.place, c.handle as coachee
from option o
join session s on s.id = o.session_id
join coachee c on c.id = s.coachee_id
where o.layer = 'private';

create view answers as
select s.number as session, a.stage, a.question, a.text, a.asked, a.place, c.handle as coachee
from answer a
join session s on s.id = a.session_id
join coachee c on c.id = s.coachee_id
where a.layer = 'shared' and s.discreet is not 1;

create view answers_private as
select s.number as session, a.stage, a.question, a.text, a.asked, a.place, c.handle as coachee
from answer a
join session s on s.id = a.session_id
join coachee c on c.id = s.coachee_id
where a.layer = 'private' and s.discreet is not 1;

create view sessions_discreet as
select s.number, c.handle as coachee, s.method, s.method_version, s.topic, s.summary, s.better,
  s.reality_now, s.reality_score, s.reality_why_not_lower, s.reality_tried, s.reality_exceptions,
  s.reality_people, s.reality_obstacles, s.reason, s.private_note, s.reflection
from session s
join coachee c on c.id = s.coachee_id
where s.discreet;

create view answers_discreet as
select s.number as session, a.stage, a.question, a.text, a.asked, a.place, c.handle as coachee
from answer a
join session s on s.id = a.session_id
join coachee c on c.id = s.coachee_id
where s.discreet;

create view communication_forms as
select s.number as session, m.form, c.handle as coachee
from communication m
join session s on s.id = m.session_id
join coachee c on c.id = s.coachee_id;
