"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 4
DERIVED = "dc03c79faa0365c3d53c71f2e22f7351"
