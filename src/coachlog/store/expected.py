"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 4
DERIVED = "bd899a601a721e699bb1b1bc3445e1d2"
