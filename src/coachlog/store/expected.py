"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 3
DERIVED = "cd113bef2ca624e1d17ec159ac625efd"
