create view contacts as
select c.number, c.name, c.location as "where", c.organisation, c.expertise, c.reach, c.may_be_named,
  c.rhythm_days, c.in_touch_on,
  (select max(day) from (
    select s.held_on as day from option o join session s on s.id = o.session_id where o.contact_id = c.id
    union all
    select coalesce(a.closed_on, a.agreed_on) from action a where a.contact_id = c.id
  )) as last_used_on
from contact c;
