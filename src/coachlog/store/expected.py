"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 4
DERIVED = "9bca9b92f728a5da346eebfc9d07d536"
