"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 1
DERIVED = "1f794dd573d1ce3cde69c37f84f4d429"
