"""Ending a piece of work in the middle, before a call of the system."""

import os
import signal
import sys

KILLS = int(os.environ.get("COACHLOG_KILLS", "2"))
"""How often each kind of end is tried; more kinds of harm are counted by it."""

SYSTEM = ("posix", "sqlite3", "fcntl", "coachlog.store.bare", "sqlcipher3.dbapi2")


def killed_before(call_number, work, counted):
    """Do *work* in a fork, killed before so many calls of the system or SQLite; the status."""
    number = os.fork()
    if number:
        return os.waitpid(number, 0)[1]
    count = 0

    def watch(_frame, event, called):
        nonlocal count
        object_of = getattr(called, "__self__", None)
        owner = getattr(called, "__module__", None) or type(object_of).__module__
        if event == "c_call" and owner in SYSTEM:
            count += 1
            if count == call_number:
                os.kill(os.getpid(), signal.SIGKILL)

    code = 1
    try:
        sys.setprofile(watch)
        work()
        sys.setprofile(None)
        counted.write_text(str(count), encoding="ascii")
        code = 0
    finally:
        os._exit(code)  # whatever happens: this is no test any more
