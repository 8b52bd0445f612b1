create view network_meetings as
select m.number, n.name, n.number as network, m.met_on, m.minutes, m.method, m.counts_as, m.take_along,
  (select group_concat(name, ', ') from (
    select c.name from network_presence p join contact c on c.id = p.contact_id
    where p.meeting_id = m.id order by c.name, c.number)) as present,
  (select group_concat(place, ', ') from (
    select 'goal ' || g.number as place from network_use u join goal g on g.id = u.goal_id where u.meeting_id = m.id
    union all
    select 'option ' || s.number from network_use u join session s on s.id = u.session_id where u.meeting_id = m.id
    union all
    select 'action ' || a.number from network_use u join action a on a.id = u.action_id where u.meeting_id = m.id
    union all
    select 'growth ' || h.number from network_use u join growth h on h.id = u.growth_id where u.meeting_id = m.id)
  ) as used_in,
  w.number as growth
from network_meeting m
join network n on n.id = m.network_id
left join growth w on w.id = m.growth_id;

create view network_meetings_private as
select number, question
from network_meeting;
