"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 4
DERIVED = "7552ae1473753eb4b98a1dd95baa6369"
