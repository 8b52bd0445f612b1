create view networks as
select n.number, n.name, n.kind, n.purpose, n.rhythm_days, n.starts_on, n.status, n.closed_on,
  (select group_concat(name, ', ') from (
    select c.name from network_member m join contact c on c.id = m.contact_id
    where m.network_id = n.id order by c.name, c.number)) as members,
  (select count(*) from network_meeting x where x.network_id = n.id) as meetings,
  (select max(x.met_on) from network_meeting x where x.network_id = n.id) as last_met_on
from network n;
