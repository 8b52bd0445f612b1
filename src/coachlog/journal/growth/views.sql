create view learning_moments as
select number, kind, done_on, minutes, provider, learned, applied
from growth;
