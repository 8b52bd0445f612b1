"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 3
DERIVED = "280d98a828b55a31de2d0b7b0bdbcb2d"
