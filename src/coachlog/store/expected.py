"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 3
DERIVED = "8cb41b00be9ab342272408411406a758"
