"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 7
DERIVED = "1a8cb80338d9827fbbccb97a8b8d9f18"
