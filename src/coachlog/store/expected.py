"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 13
DERIVED = "7b167c4558e4f53f0c55562ceee4bf9b"
