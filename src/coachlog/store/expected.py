"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 3
DERIVED = "f09ea4fefeae93f177db859ea8509c9d"
