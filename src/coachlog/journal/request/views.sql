create view requests as
select r.number, c.handle as coachee, r.about, r.words, r.asked_on,
  min(date(r.asked_on, iif(r.extended_on is null, '+1 months', '+3 months')),
    date(r.asked_on, 'start of month', iif(r.extended_on is null, '+2 months', '+4 months'), '-1 days'))
    as due_on,
  r.extended_on, r.reason, r.answered_on
from request r
join coachee c on c.id = r.coachee_id;
