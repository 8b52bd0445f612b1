"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 3
DERIVED = "c3ac5a40b6c81715575ce931f5319350"
