create view corrections as
select k.number, c.handle as coachee, k.record, k.record_number, k.field, k.how,
  iif(s.discreet, null, k.statement) as statement, k.said_on
from correction k
left join coachee c on c.id = k.coachee_id
left join session s on k.record = 'session' and s.number = k.record_number;
