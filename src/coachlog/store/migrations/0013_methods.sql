-- Nothing of a discreet conversation stands anywhere but on its own page: not even its method.
-- A released migration is never edited.

alter table session add column discreet integer check (discreet in (0, 1));
