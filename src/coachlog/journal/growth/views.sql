create view learning_moments as
select w.number, {w.growth}
from growth w
left join goal on goal.id = w.goal_id
left join network on network.id = w.network_id;

create view self_ratings as
select competence, rated_on, figure, created_at
from self_rating;
