"""Many windows at once: nobody's work is lost, and nobody gets an error, however busy the machine.

Nothing here measures a clock: SQLite is given no time at all to wait, so that only who writes in
turn gets through.
"""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from threading import Event, Thread

import pytest

from coachlog.store.connection import open_reader
from coachlog.store.drafts import DraftKeeper, drafts
from coachlog.store.faults import StoreLockedError
from coachlog.store.turn import turn_at
from coachlog.store.work import Work
from tests.store.conftest import NOW, insert

pytestmark = pytest.mark.made_by_migrations

WORK = """
import sys
from pathlib import Path
from coachlog.base.ids import new_id
from coachlog.store.work import Work

sys.stdin.readline()
with Work(Path(sys.argv[1]), "test") as work:
    number = work.next_number("coachee")
    work.execute(
        "insert into coachee(id, handle, name, name_sort, created_at)"
        " values (:id, 'x', 'x', 'x', '2026-11-02T09:30:00.000Z')",
        id=new_id(),
    )
print(number)
"""
READ = """
import sys
from pathlib import Path
from coachlog.store.connection import open_reader

sys.stdin.readline()
with open_reader(Path(sys.argv[1])) as reader:
    print(reader.value("select count(*) from coachees") * 0)
"""
NO_TIME = {"COACHLOG_BUSY_MS": "0"}


def together(script, path, many, **env):
    """Run *many* processes that begin at the same moment; what each of them printed."""
    command = [sys.executable, "-W", "error", "-c", script, path]
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    running = [
        subprocess.Popen(command, text=True, env=os.environ | env, **pipes) for _ in range(many)
    ]
    for process in running:
        process.stdin.write("go\n")
        process.stdin.flush()
    ended = [process.communicate() for process in running]
    assert [errors for _, errors in ended] == [""] * many
    assert [process.returncode for process in running] == [0] * many
    return [int(output) for output, _ in ended]


@pytest.mark.parametrize("store", ["new", "existing"])
def test_as_many_at_once_get_as_many_numbers(path, ask, store, request):
    before = 0
    if store == "existing":
        request.getfixturevalue("filled")
        before = 1

    numbers = together(WORK, path, 8, **NO_TIME)

    assert sorted(numbers) == list(range(1, 9))
    assert ask("select count(*) from coachee") == [(8 + before,)]
    assert ask("select count(*), count(distinct stamp) from operation") == [(8 + before,) * 2]
    assert ask("select count(*) from meta where key = 'device'") == [(1,)]
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_readers_may_bring_an_older_store_up_to_date_at_once(path, filled, write, ask):
    with write() as work:
        work.execute("update meta set value = 'older' where key = 'derived'")

    assert together(READ, path, 4, COACHLOG_BUSY_MS="1000000") == [0] * 4
    assert ask("select open_actions from coachees") == [(1,)]


def test_twenty_windows_wait_for_the_one_before(path, filled, ask, monkeypatch):
    """All stand in the queue while somebody else has the turn, and none is sent away."""
    monkeypatch.setenv("COACHLOG_BUSY_MS", "0")
    begun = [Event() for _ in range(20)]

    def one(place):
        begun[place].set()
        with Work(path, f"window {place}", NOW) as work:
            insert(work, "coachee", id=f"window {place}", handle=f"w{place}")

    with turn_at(path):
        windows = [Thread(target=one, args=(place,)) for place in range(20)]
        for window in windows:
            window.start()
        for event in begun:
            event.wait()
        assert ask("select count(*) from coachee") == [(1,)]
    for window in windows:
        window.join()

    assert ask("select count(*) from coachee where id like 'window%'") == [(20,)]


def test_the_turn_ends_with_a_failure(path, filled, write):
    with pytest.raises(ZeroDivisionError), write():
        raise ZeroDivisionError

    with turn_at(path, wait_ms=0), write() as work:  # and who has it may take it again
        insert(work, "coachee", id="c9", handle="nine")
    in_another_thread(lambda: turn_at(path, wait_ms=0).end())


def test_the_turn_ends_with_the_process(path, filled):
    script = (
        "import os, sys; from pathlib import Path; from coachlog.store.turn import turn_at\n"
        "turn_at(Path(sys.argv[1])); os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", script, path], check=False).returncode == 9

    turn_at(path, wait_ms=0).end()


def test_a_link_to_a_store_has_the_same_turn(path, filled, tmp_path):
    link = tmp_path / "link.db"
    link.symlink_to(path)

    with turn_at(path), pytest.raises(StoreLockedError):
        in_another_thread(lambda: turn_at(link, wait_ms=0))


def test_a_draft_that_must_not_wait_is_kept_the_next_time(path, filled):
    """Somebody is typing: the answer waits for its turn, the fingers do not."""
    with DraftKeeper.start(path, "grow") as keeper:
        with in_another_window(path), pytest.raises(StoreLockedError):
            keeper.save({"topic": "half"}, wait_ms=0)
        assert keeper.draft.state == {}

        keeper.save({"topic": "whole"}, wait_ms=0)

        assert [each.state for each in kept(path)] == [{"topic": "whole"}]


def test_nor_does_it_wait_for_another_program(path, filled):
    with DraftKeeper.start(path, "grow") as keeper:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("begin immediate")
            with pytest.raises(StoreLockedError):
                keeper.save({"topic": "half"}, wait_ms=0)

        keeper.save({"topic": "whole"}, wait_ms=0)

        assert [each.state for each in kept(path)] == [{"topic": "whole"}]


def kept(path):
    with open_reader(path) as reader:
        return drafts(reader)


class in_another_window:  # noqa: N801 - reads as a word
    """Within it, somebody else has the turn."""

    def __init__(self, path):
        self._come, self._over = Event(), Event()
        self._window = Thread(target=self._hold, args=(path,))

    def _hold(self, path):
        with turn_at(path):
            self._come.set()
            self._over.wait()

    def __enter__(self):
        self._window.start()
        self._come.wait()

    def __exit__(self, *_error):
        self._over.set()
        self._window.join()


def in_another_thread(act):
    """Do it as another window would, and raise what it raises."""
    raised = []

    def acted():
        try:
            act()
        except StoreLockedError as error:
            raised.append(error)

    window = Thread(target=acted)
    window.start()
    window.join()
    if raised:
        raise raised[0]
