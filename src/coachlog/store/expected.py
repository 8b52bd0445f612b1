"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 13
DERIVED = "d44c8ae57614279a7591a209d3200fae"
