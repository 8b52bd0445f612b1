"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 15
DERIVED = "bc84070211fdddb88d4b2c8a655045c5"
