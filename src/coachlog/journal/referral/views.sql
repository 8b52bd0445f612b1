create view referrals as
select r.number, c.handle as coachee, r.helper, r.referred_on
from referral r
join coachee c on c.id = r.coachee_id;
