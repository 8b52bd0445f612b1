"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 3
DERIVED = "631298291e8b0d98b244b9e033cc87ce"
