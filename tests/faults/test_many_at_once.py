"""Many programs at once on one journal: all that was acknowledged is there, and nobody is refused.

Eight programs, twice each, by default; with `COACHLOG_KILLS=25` or more it is fifty for a minute.
"""

import threading
import time
from collections import Counter

import pytest

from coachlog.store.backup_check import problem_in
from coachlog.store.connection import open_reader
from tests import forks
from tests.faults.kills import KILLS

WORKERS = min(50, 2 * KILLS)
ROUNDS, SECONDS = (2, 0.0) if WORKERS < 50 else (1, 60.0)

pytestmark = pytest.mark.skipif(not forks.POSSIBLE, reason="needs programs that are forked")


class Crowd:
    """Programs that write and read, and what they were told."""

    def __init__(self, program):
        self.program = program
        self.acknowledged = set()
        self.seen = Counter()
        self.wrong = []
        self._until = time.monotonic() + SECONDS

    def work(self, number):
        """Write and read by turns; note whatever is not as it should be."""
        round_ = 0
        while round_ < ROUNDS or time.monotonic() < self._until:
            round_ += 1
            if (number + round_) % 2:
                self.write(f"P{number}x{round_}")
            else:
                self.read()

    def write(self, name):
        ended = self.program.run("coachee", "new", "--name", name)
        self.seen["writes"] += 1
        if ended.code or ended.err:
            self.wrong.append(ended)
        else:
            self.acknowledged.add(name)

    def read(self):
        before = set(self.acknowledged)
        ended = self.program.run("coachee", "list", "--limit", "0", "--json")
        self.seen["reads"] += 1
        if ended.code or ended.err or before - {each["name"] for each in ended.json}:
            self.wrong.append(ended)


def test_many_programs_at_once_lose_nothing_and_are_not_refused(program, capsys):
    assert program.run("coachee", "new", "--name", "First").code == 0
    crowd = Crowd(program)
    threads = [threading.Thread(target=crowd.work, args=(number,)) for number in range(WORKERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with capsys.disabled():
        print(
            f"\n{WORKERS} programs at once: {dict(crowd.seen)}, {len(crowd.wrong)} refused or wrong"
        )
    assert crowd.wrong == []
    with open_reader(program.store) as reader:
        assert problem_in(reader.connection) == ""
        names = set(reader.rows(str, "select name from coachees"))
    assert names == crowd.acknowledged | {"First"}
    assert crowd.seen["writes"] >= WORKERS // 2
