create view learning_moments as
select w.number, w.kind, w.done_on, w.minutes, w.provider, w.learned, w.applied,
  w.unit, w.certificate, g.number as goal, n.number as network
from growth w
left join goal g on g.id = w.goal_id
left join network n on n.id = w.network_id;

create view self_ratings as
select competence, rated_on, figure, created_at
from self_rating;
