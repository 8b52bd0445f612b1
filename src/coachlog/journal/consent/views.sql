create view consents as
select n.number, c.handle as coachee, n.about, n.agreed_on, n.withdrawn_on, n.words
from consent n
join coachee c on c.id = n.coachee_id;
