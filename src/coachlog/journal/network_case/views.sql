create view network_cases as
select c.number, c.written_on, c.question, c.happened, c.did, c.felt, c.want, c.guessable,
  (select count(*) from network_advice a where a.case_id = c.id) as advice
from network_case c;

create view network_advices as
select c.number as "case", a.place, a.text, s.number as session
from network_advice a
join network_case c on c.id = a.case_id
left join session s on s.id = a.session_id;
