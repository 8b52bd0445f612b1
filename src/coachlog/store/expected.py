"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 3
DERIVED = "2e00454b09de5ae4fc162bf1533cdc51"
