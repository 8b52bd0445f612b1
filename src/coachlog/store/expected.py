"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 5
DERIVED = "b5bb2dfbb3cf78042941475949ceb6fd"
