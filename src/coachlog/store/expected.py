"""An up-to-date store. Written by `python -m coachlog.store.write_expected`."""

SCHEMA = 3
DERIVED = "0aa3de945203eecd4c110a70c0ca664a"
