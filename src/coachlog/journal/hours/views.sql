create view balances as
select number, until_on,
  case when minutes % 60 then round(minutes / 60.0, 2) else minutes / 60 end as hours,
  case when paid_minutes % 60 then round(paid_minutes / 60.0, 2) else paid_minutes / 60 end as paid,
  clients
from hours;
