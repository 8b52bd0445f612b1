"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 13
DERIVED = "8b9b1a43c8cde89a3b8400c351b6815a"
