create view topics as
select t.number, c.handle as coachee, t.text, t.status, t.parked_on, p.number as session, u.number as taken_up_in,
  t.closed_on
from topic t
join coachee c on c.id = t.coachee_id
left join session p on p.id = t.session_id
left join session u on u.id = t.taken_up_id;
