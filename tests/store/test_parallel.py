"""Many windows at once: nobody's work is lost, and nobody gets an error."""

import subprocess
import sys

import pytest

WORK = """
import sys
from pathlib import Path
from coachlog.ids import new_id
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


def together(script, path, many):
    """Run *many* processes that begin at the same moment; what each of them printed."""
    command = [sys.executable, "-W", "error", "-c", script, path]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    running = [subprocess.Popen(command, text=True, **pipes) for _ in range(many)]
    for process in running:
        process.stdin.write("go\n")
        process.stdin.flush()
    ended = [process.communicate() for process in running]
    assert [errors for _, errors in ended] == [""] * many
    assert [process.returncode for process in running] == [0] * many
    return [int(output) for output, _ in ended]


@pytest.mark.parametrize("store", ["new", "existing"])
def test_twenty_at_once_get_twenty_numbers(path, ask, store, request):
    if store == "existing":
        request.getfixturevalue("filled")
        before = 1
    else:
        before = 0

    numbers = together(WORK, path, 20)

    assert sorted(numbers) == list(range(1, 21))
    assert ask("select count(*) from coachee") == [(20 + before,)]
    assert ask("select count(*), count(distinct stamp) from operation") == [(20 + before,) * 2]
    assert ask("select count(*) from meta where key = 'device'") == [(1,)]
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_readers_may_bring_an_older_store_up_to_date_at_once(path, filled, write, ask):
    with write() as work:
        work.execute("update meta set value = 'older' where key = 'derived'")

    assert together(READ, path, 8) == [0] * 8
    assert ask("select open_actions from coachees") == [(1,)]
