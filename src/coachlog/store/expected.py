"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 2
DERIVED = "475502ac1c004c1824f01a32307cfa5b"
