"""`edit` in a terminal: the record as text in the editor, mended until the journal keeps it."""

import json
import os
import re
import signal
import sqlite3
import stat
import sys
from contextlib import closing
from pathlib import Path

import pytest

from coachlog.terminal.context import Context
from tests.guide.conftest import home, open_terminal
from tests.guide.terminal import CTRL_C, ENTER

__all__ = ["home", "open_terminal"]

NOUNS = {"session": "1", "coachee": "amina", "goal": "1", "action": "1", "trajectory": "1"}
LABELS = {"session": "Summary", "coachee": "Team", "goal": "Why", "action": "With help from"}
LABELS["trajectory"] = "Purpose"


pytestmark = pytest.mark.usefixtures("example")


@pytest.fixture
def editor(tmp_path):
    """An editor that is a program; what it was given stands in `seen`, a text each time."""

    class Editor:
        path = tmp_path / "an editor.py"
        seen_in = tmp_path / "seen.json"

        @property
        def command(self):
            return f"'{sys.executable}' '{self.path}' --wait"

        @property
        def seen(self):
            return json.loads(self.seen_in.read_text()) if self.seen_in.exists() else []

        def does(self, body):
            """Run *body*, in which `path` is the file, `text` what is in it, `n` which time."""
            self.path.write_text(
                "import json, os, pathlib, subprocess, sys\n"
                "path = pathlib.Path(sys.argv[-1])\n"
                "text = path.read_text()\n"
                f"seen = pathlib.Path({str(self.seen_in)!r})\n"
                "known = json.loads(seen.read_text()) if seen.exists() else []\n"
                "n = len(known)\n"
                "seen.write_text(json.dumps([*known, text]))\n" + body
            )
            return self

        def replaces(self, *pairs):
            """Put new in the place of the last old, a pair each time; nothing afterwards."""
            return self.does(
                f"pairs = {pairs!r}\n"
                "old, new = pairs[n] if n < len(pairs) else ('', '')\n"
                "before, there, after = text.rpartition(old or '==')\n"
                "assert there, old\n"
                "path.write_text(before + (new if old else there) + after)\n"
            )

    return Editor()


@pytest.fixture
def edit(call, editor, monkeypatch):
    """`edit(noun, *words)` where somebody sits at the terminal, with the editor."""
    monkeypatch.setattr(Context, "interactive", property(lambda self: True))
    monkeypatch.delenv("VISUAL", raising=False)

    def run(noun, *words, **env):
        settings = {"EDITOR": editor.command, "TERM": "xterm"} | env
        return call(noun, "edit", NOUNS[noun], *words, env=settings)

    return run


@pytest.fixture
def goal(call):
    return lambda: call("goal", "show", 1, "--json").json


def below(text, heading):
    """What stands below a heading, explanations and all."""
    return text.partition(f"== {heading} ==\n")[2].partition("\n\n==")[0].strip("\n")


def kept_file(told):
    """The file in which what was typed is kept, as the person is told."""
    path = Path(re.search(r"saved in (\S+)$", told.err)[1])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    return path


def test_the_record_stands_there_as_text(edit, editor):
    edit("goal", EDITOR=editor.does("").command)

    (text,) = editor.seen
    assert text.startswith("# Goal 1 of Amina El Idrissi\n")
    assert below(text, "Goal").startswith("Tegen Kerstmis leid ik")
    assert below(text, "Milestone") == ""
    assert below(text, "Due") == "2026-12-20"
    assert below(text, "At the start") == "# 0 to 10\n3"
    assert below(text, "Status") == "# active, reached, dropped\nactive"


@pytest.mark.parametrize(
    ("language", "title", "heading", "explained"),
    [
        ("nl", "Doel 1 van Amina", "Bij de start", "# 0 tot 10\n3"),
        ("fr", "Objectif 1 · Amina", "Au départ", "# de 0 à 10\n3"),
        ("en", "Goal 1 of Amina", "At the start", "# 0 to 10\n3"),
    ],
)
def test_headings_and_explanations_are_in_the_language_of_the_run(
    edit, editor, goal, language, title, heading, explained
):
    editor.replaces((explained, explained[:-1] + "11"), ("\n11", "\n4"))

    told = edit("goal", "--lang", language)

    first, second = editor.seen
    assert first.startswith(f"# {title}")
    assert below(first, heading) == explained
    assert re.match(rf"#!! .*{heading}", second)
    assert re.match(r"#!! .*11.*10", below(second, heading))
    assert told.code == 0, told.err
    assert goal()["baseline"] == 4


def test_what_is_for_the_coach_only_says_so(edit, editor):
    editor.replaces()

    edit("session")

    assert below(editor.seen[0], "Private note").startswith("# Only for you.\n")
    assert below(editor.seen[0], "Own reflection").startswith("# Only for you.\n")


@pytest.mark.parametrize("noun", NOUNS)
def test_several_fields_change_in_one_operation(edit, editor, count_operations, call, noun):
    label = LABELS[noun]
    editor.does(
        f"head, sign, rest = text.partition('== {label} ==\\n')\n"
        "path.write_text(head + sign + 'new: é 🙂\\n' + rest)\n"
    )
    before = count_operations()

    told = edit(noun)

    assert (told.code, count_operations()) == (0, before + 1), told.err
    field = {"With help from": "helper"}.get(label, label.lower())
    table = call("export", "csv", {"trajectory": "trajectories"}.get(noun, f"{noun}s")).rows[0]
    assert table[field].startswith("new: é 🙂")


@pytest.mark.parametrize(
    ("noun", "body"),
    [
        *((noun, "path.write_text(text)") for noun in NOUNS),
        ("goal", ""),
        ("goal", "path.write_bytes(b'\\xef\\xbb\\xbf' + text.replace('\\n', '\\r\\n').encode())"),
        ("goal", "path.write_text('')"),
        ("goal", "path.write_text('\\n \\n')"),
        (
            "goal",
            "path.write_text(''.join(each for each in text.splitlines(True) if each[0] == '#'))",
        ),
        ("goal", "path.write_text('\\n'.join(each.rstrip() + '  ' for each in text.split('\\n')))"),
    ],
    ids=[*NOUNS, "closed", "windows", "emptied", "blank", "no headings", "spaces"],
)
def test_nothing_changed_is_nothing_written(edit, editor, count_operations, noun, body):
    editor.does(body)
    before = count_operations()

    told = edit(noun)

    assert told.code == 0
    assert told.err.splitlines()[1:] == ["Nothing changed."]
    assert count_operations() == before
    assert len(editor.seen) == 1


@pytest.mark.parametrize("command", ["cat", "true"])
def test_a_program_that_only_reads_changes_nothing(edit, count_operations, command):
    told = edit("goal", EDITOR=command)

    assert (told.code, count_operations()) == (0, 1)
    assert "Nothing changed." in told.err


def test_the_same_value_in_other_words_is_no_change(edit, editor, count_operations):
    editor.replaces(("10\n3", "10\n3/10"))

    assert edit("goal").err.endswith("Nothing changed.\n")
    assert count_operations() == 1


def test_a_text_of_windows_is_read_all_the_same(edit, editor, goal):
    editor.does(
        "head, sign, rest = text.partition('== Why ==\\n')\n"
        "path.write_bytes((head + sign + 'omdat één' + rest).encode('cp1252'))"
    )

    told = edit("goal")

    assert told.code == 0, told.err
    assert goal()["why"].startswith("omdat één")


def test_an_editor_that_saves_under_another_name_first(edit, editor, goal):
    """As vim does it: the file that was opened is not the one that is read."""
    editor.does(
        "other = path.with_name('4913'); other.write_text(text.replace('10\\n3', '10\\n4'))\n"
        "path.rename(str(path) + '~'); other.rename(path)"
    )

    assert edit("goal").code == 0
    assert goal()["baseline"] == 4


def test_any_text_comes_back_as_it_was(edit, editor, call, goal, count_operations):
    signs = ("== Why ==", "# 0 to 10", "\\== x", "#!! no", "", "  = Goal =", "🙂 \ufeff \\")
    odd = "\n".join((*signs, "# Goal 1 of Amina El Idrissi"))
    call("goal", "edit", 1, "--why", odd)
    editor.replaces(("10\n3", "10\n4"))

    told = edit("goal")

    assert told.code == 0, told.err
    assert (goal()["why"], goal()["baseline"]) == (odd, 4)
    assert count_operations() == 3


def test_a_field_is_cleared_by_leaving_nothing_below_its_heading(edit, editor, goal):
    editor.replaces(("2026-12-20", "  "))

    assert edit("goal").code == 0
    assert goal()["target_on"] is None


def test_a_field_that_was_taken_out_stays_as_it_was(edit, editor, goal):
    editor.replaces(("== At the start ==\n# 0 to 10\n3\n", ""))

    assert edit("goal").err.endswith("Nothing changed.\n")
    assert goal()["baseline"] == 3


@pytest.mark.parametrize(
    ("old", "new", "field", "kept"),
    [
        ("2026-12-20", "over 2 weken", "target_on", "2026-12-08"),
        ("10\n8", "10\n 9/10 ", "target", 9),
        ("dropped\nactive", "dropped\nReached", "status", "achieved"),
        ("dropped\nactive", "dropped\nDROPPED", "status", "dropped"),
        ("== Milestone ==\n", "== Milestone ==\n\n\none\n\n  two\n", "milestone", "one\n\n  two"),
    ],
)
def test_values_are_typed_as_everywhere(edit, editor, goal, old, new, field, kept):
    editor.replaces((old, new))

    assert edit("goal").code == 0
    assert goal()[field] == kept


@pytest.mark.parametrize(
    ("language", "day"),
    [("en", "Due: Fri 4 Dec 2026\n"), ("nl", "Tegen wanneer: vr 4 dec 2026\n")],
)
def test_a_day_in_words_is_said_back(edit, editor, language, day):
    editor.replaces(("2026-12-20", "4 december"))

    assert day in edit("goal", "--lang", language).err


def test_a_long_explanation_takes_several_lines(edit, editor):
    editor.replaces()

    edit("session", "--lang", "nl")

    assert max(map(len, editor.seen[0].split("\n\n== Onderwerp ==")[0].split("\n"))) < 80


@pytest.mark.parametrize(
    ("noun", "old", "wrong", "right", "heading", "problem"),
    [
        ("goal", "\n8\n", "\n11\n", "\n9\n", "Target", "“11” is not a whole number"),
        ("goal", "2026-12-20", "someday", "23/11", "Due", "“someday” cannot be read"),
        ("goal", "\nactive\n", "\nwon\n", "\nreached\n", "Status", "“won” is not one of"),
        ("coachee", "== Name ==\nAmina El Idrissi", "== Name ==\n", "", "Name", "cannot be empty"),
        ("coachee", "\namina\n", "\nA b\n", "\nab\n", "", "“A b”"),
        ("session", "\n14 Sep 2026, 14:00", "\n2027-05-01", "\n2026-09-15", "", "in the future"),
        ("session", "\n60\n", "\na while\n", "\n50\n", "Minutes", "“a while” is not a length"),
    ],
)
def test_what_is_wrong_opens_it_again_with_the_message_and_all_that_was_typed(
    edit, editor, count_operations, noun, old, wrong, right, heading, problem
):
    mended = (wrong, right) if right else ("\n\n== Short name", "\nBo\n\n== Short name")
    editor.replaces((old, wrong), mended)

    told = edit(noun)

    assert told.code == 0, told.err
    first, second = editor.seen
    assert problem in (below(second, heading) if heading else second.splitlines()[0])
    without = "".join(line for line in second.splitlines(True) if not line.startswith("#!!"))
    assert without == first.replace(old, wrong, 1)
    assert count_operations() == 2


def test_all_mistakes_are_told_at_once(edit, editor, goal):
    editor.does(
        "path.write_text(text.replace('10\\n8', '10\\n88').replace('10\\n3', '10\\nx') if n == 0"
        " else text.replace('10\\n88', '10\\n9').replace('10\\nx', '10\\n4'))"
    )

    assert edit("goal").code == 0

    second = editor.seen[1]
    assert second.startswith("#!! Not saved yet. Look below: At the start, Target.\n# Goal 1")
    assert below(second, "Target").startswith("#!! “88” is not a whole number from 0 to 10.")
    assert below(second, "At the start").startswith("#!! “x” is not a whole number")
    assert (goal()["baseline"], goal()["target"]) == (4, 9)


@pytest.mark.parametrize(
    ("old", "wrong", "problem"),
    [
        ("== Why ==", "== Whyy ==", "“== Whyy ==” is not a heading"),
        ("== Why ==", "== Goal ==", "twice"),
        ("== Why ==\n", "", "“== Why ==” is gone"),
        ("# Keep the", "Keep the", "above the first heading"),
    ],
)
def test_a_damaged_frame_opens_it_again_with_the_message_at_the_top(
    edit, editor, count_operations, old, wrong, problem
):
    editor.does(
        f"path.write_text(text.replace({old!r}, {wrong!r}, 1) if n == 0"
        f" else open({str(editor.seen_in)!r}) and json.loads(seen.read_text())[0])"
    )

    told = edit("goal")

    assert told.err.endswith("Nothing changed.\n")
    assert problem in editor.seen[1].splitlines()[0]
    assert editor.seen[1].split("\n", 1)[1] == editor.seen[0].replace(old, wrong, 1)
    assert count_operations() == 1


@pytest.mark.parametrize(
    "again",
    ["", "path.write_text('')", "path.write_text(text + '\\n')"],
    ids=["closed", "emptied", "a line end more"],
)
def test_the_same_mistake_again_ends_it_and_nothing_typed_is_lost(
    edit, editor, count_operations, again
):
    editor.does(f"path.write_text(text.replace('10\\n8', '10\\n11')) if n == 0 else {again or 0}")

    told = edit("goal")

    assert (told.code, count_operations(), len(editor.seen)) == (4, 1, 2)
    cause, remedy = told.err.splitlines()[-2:]
    assert cause.startswith("Target: “11” is not a whole number from 0 to 10.")
    assert remedy.startswith("  Nothing was changed. What you typed is saved in ")
    assert below(kept_file(told).read_text(), "Target").endswith("# 0 to 10\n11")


def test_an_editor_that_never_gets_it_right_is_not_opened_for_ever(edit, editor):
    editor.does("path.write_text(text.replace('10\\n', '10\\nx', 1))")

    told = edit("goal")

    assert told.code == 4
    assert len(editor.seen) < 50
    kept_file(told)


@pytest.mark.parametrize(
    "body",
    [
        "path.write_bytes(b'\\xff\\xfe\\x00junk')",
        "path.write_bytes(b'caf\\x81')",
        "path.write_bytes(b'\\0' * 100)",
        "path.unlink()",
        "path.unlink(); path.mkdir()",
        "path.write_text('work of an hour'); sys.exit(3)",
        "sys.exit(1)",
        "os.kill(os.getpid(), 9)",
    ],
    ids=["half of utf-16", "no text", "zeros", "gone", "folder", "failed late", "failed", "killed"],
)
def test_an_editor_that_fails_changes_nothing(edit, editor, count_operations, body):
    editor.does(body)

    told = edit("goal")

    assert (told.code, count_operations()) == (5, 1)
    cause, remedy = told.err.splitlines()[1:]
    assert cause.startswith("The editor “")
    assert "Nothing was changed. Set EDITOR to another program, or add --guided." in remedy
    if "write" in body:
        assert kept_file(told).read_bytes() in (
            *(b"\xff\xfe\x00junk", b"caf\x81", b"\0" * 100, b"work of an hour"),
        )
    else:
        assert "saved in" not in told.err


@pytest.mark.parametrize("command", ["/nowhere/ed", "'", "no-such-editor --wait", "/", "\x01"])
def test_an_editor_that_is_not_there_is_told(edit, count_operations, command):
    told = edit("goal", EDITOR=command)

    assert (told.code, count_operations()) == (5, 1)
    assert "did not work" in told.err.splitlines()[1]


def test_ctrl_c_in_the_editor_ends_it_and_changes_nothing(edit, editor, count_operations):
    editor.does(
        "path.write_text('half'); import signal; signal.signal(2, signal.SIG_DFL)\n"
        "os.kill(os.getpid(), 2)"
    )

    told = edit("goal")

    assert (told.code, count_operations()) == (130, 1)
    assert "The editor was stopped: nothing was changed." in told.err
    assert kept_file(told).read_text() == "half"


def test_the_file_is_for_this_person_only_and_gone_afterwards(edit, editor, tmp_path):
    editor.does(
        f"json.dump([str(path), path.stat().st_mode, path.parent.stat().st_mode],"
        f" open({str(tmp_path / 'modes')!r}, 'w'))"
    )

    edit("session")

    path, file, folder = json.loads((tmp_path / "modes").read_text())
    assert (stat.S_IMODE(file), stat.S_IMODE(folder)) == (0o600, 0o700)
    assert not Path(path).parent.exists()
    assert path.endswith(".txt")


def test_a_path_with_spaces_is_a_path_and_visual_comes_first(edit, editor, tmp_path, goal):
    script = tmp_path / "my own editor"
    script.write_text('#!/bin/sh\nsed -i s/2026-12-20/2026-12-24/ "$1"\n')
    script.chmod(0o700)

    assert edit("goal", EDITOR="false", VISUAL=str(script)).code == 0
    assert goal()["target_on"] == "2026-12-24"


def test_an_editor_with_a_window_is_waited_for(edit, tmp_path, goal):
    """`code` alone comes back at once, while the text is still open in its window."""
    script = tmp_path / "code"
    script.write_text('#!/bin/sh\n[ "$1" = --wait ] && sed -i s/2026-12-20/2026-12-24/ "$2"\n')
    script.chmod(0o700)

    assert edit("goal", EDITOR="code", PATH=f"{tmp_path}:{os.environ['PATH']}").code == 0
    assert goal()["target_on"] == "2026-12-24"


def elsewhere(change):
    """A line of an editor in which another program makes a *change* to the goal, the first time."""
    return (
        "if n == 0:\n"
        "    import sqlite3\n"
        "    store = sqlite3.connect(os.environ['COACHLOG_STORE'])\n"
        f"    store.execute('update goal set {change}')\n"
        "    store.commit()\n"
    )


def test_another_field_that_another_window_changed_stays(edit, editor, goal):
    editor.does(
        elsewhere('why = "for the others"') + "path.write_text(text.replace('10\\n8', '10\\n9'))"
    )

    told = edit("goal")

    assert told.code == 0, told.err
    assert (goal()["why"], goal()["target"]) == ("for the others", 9)
    assert len(editor.seen) == 1


def test_the_same_field_that_another_window_changed_is_not_overwritten_unseen(edit, editor, goal):
    editor.does(
        elsewhere("target = 6")
        + "path.write_text(text.replace('10\\n8', '10\\n9')) if n == 0 else 0"
    )

    told = edit("goal")

    assert below(editor.seen[1], "Target") == (
        "#!! This was changed elsewhere in the meantime. It is now:\n#!!     6\n"
        "#!! Delete these lines to keep what is below instead.\n# 0 to 10\n9"
    )
    assert told.code == 4
    assert goal()["target"] == 6
    assert below(kept_file(told).read_text(), "Target").endswith("\n9")


def test_a_person_who_saw_both_values_chooses(edit, editor, goal):
    editor.does(
        elsewhere("target = 6")
        + "mine = ''.join(each for each in text.splitlines(True) if each[:3] != '#!!')\n"
        "path.write_text(mine.replace('10\\n8', '10\\n9'))"
    )

    assert edit("goal").code == 0
    assert goal()["target"] == 9


def test_the_same_change_in_two_windows_is_no_conflict(edit, editor, goal):
    editor.does(elsewhere("target = 9") + "path.write_text(text.replace('10\\n8', '10\\n9'))")

    assert edit("goal").code == 0
    assert (goal()["target"], len(editor.seen)) == (9, 1)


def test_a_record_that_is_gone_meanwhile_leaves_what_was_typed(edit, editor):
    editor.does(elsewhere("number = 99") + "path.write_text(text.replace('10\\n8', '10\\n9'))")

    told = edit("goal")

    assert told.code == 3
    assert "There is no goal 1." in told.err
    assert below(kept_file(told).read_text(), "Target").endswith("\n9")


def test_a_store_that_is_locked_leaves_what_was_typed(edit, editor, program):
    editor.replaces(("10\n8", "10\n9"))
    with closing(sqlite3.connect(program.store, isolation_level=None)) as other:
        other.execute("begin immediate")

        told = edit("goal", COACHLOG_BUSY_MS="50")

    assert told.code == 5
    assert below(kept_file(told).read_text(), "Target").endswith("\n9")


def test_with_options_the_editor_stays_closed(edit, editor, goal):
    assert edit("goal", "--target", "9", EDITOR="false").code == 0
    assert goal()["target"] == 9


def test_as_json_the_record_answers_an_edit_by_hand_too(edit, editor):
    editor.replaces(("10\n8", "10\n9"))

    assert edit("goal", "--json").json["target"] == 9


def test_what_was_agreed_of_a_trajectory_is_a_text_too(call, edit, editor):
    editor.replaces(("\ncoaching\n", "\nbuddy and newcomer\n"))

    told = edit("trajectory")

    assert told.code == 0, told.err
    assert editor.seen[0].startswith("# Trajectory 1 of Amina El Idrissi\n")
    assert call("trajectory", "show", 1, "--json").json["kind"] == "onboarding"


def test_what_is_not_there_is_told_before_the_editor_opens(call, edit, editor):
    told = call("goal", "edit", 99, env={"EDITOR": editor.command, "TERM": "xterm"})

    assert (told.code, editor.seen) == (3, [])


def script(folder, body):
    """An editor that is a small program of the shell."""
    path = folder / "ed"
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o700)
    return str(path)


def test_on_a_real_terminal_the_editor_has_it_and_gives_it_back(program, tmp_path):
    """The screen is the editor's; it may leave the modes of the terminal in any state."""
    editor = script(tmp_path, 'test -t 0 && test -t 1 && sed -i "s/^8$/9/" "$1"\nstty raw')

    told = program.on_terminal("goal", "edit", 1, "--lang", "nl", env={"EDITOR": editor})

    assert told.code == 0, told.out
    assert "Doel 1 is gewijzigd.\n  coachlog goal show 1\n" in told.out
    assert program.run("goal", "show", 1, "--json").json["target"] == 9


def test_the_editor_has_the_screen_also_where_the_answer_goes_into_a_file(home, open_terminal):
    home.keep(coachee="Amina", date="2026-11-02T14:00", goals=[{"statement": "x", "target": 8}])
    editor = script(home.folder, 'test -t 1 && sed -i "s/^8$/9/" "$1"')
    command = f"'{sys.executable}' -m coachlog goal edit 1 --json > answer.json"

    window = open_terminal("/", "/bin/sh", "-c", f"cd '{home.folder}'; {command}", EDITOR=editor)

    assert window.ended() == 0, window.shown()
    assert json.loads((home.folder / "answer.json").read_text())["target"] == 9


def test_ctrl_c_at_a_terminal_is_the_editors(home, open_terminal):
    home.keep(coachee="Amina", date="2026-11-02T14:00", goals=[{"statement": "x", "target": 8}])
    editor = script(home.folder, "trap '' INT; echo ready; read line; sed -i s/^8$/9/ \"$1\"")
    window = open_terminal("goal", "edit", "1", EDITOR=editor)
    window.wait_for("ready")

    window.type(CTRL_C)
    window.type("go on" + ENTER)

    window.wait_for("Goal 1 updated.")
    assert window.ended() == 0


def test_ctrl_c_that_ends_the_editor_ends_the_command(home, open_terminal):
    home.keep(coachee="Amina", date="2026-11-02T14:00", goals=[{"statement": "x", "target": 8}])
    window = open_terminal("goal", "edit", "1", EDITOR=script(home.folder, "echo ready; read line"))
    window.wait_for("ready")

    window.type(CTRL_C)

    window.wait_for("The editor was stopped: nothing was changed.")
    assert window.ended() == 130


@pytest.mark.parametrize("end", [signal.SIGHUP, signal.SIGTERM])
def test_a_closed_window_leaves_what_was_saved_in_the_editor(home, open_terminal, end):
    home.keep(coachee="Amina", date="2026-11-02T14:00", goals=[{"statement": "x", "target": 8}])
    body = 'sed -i "s/^8$/9/" "$1"; echo "$1" > opened; echo ready; read line'
    window = open_terminal(
        *(
            "/",
            "/bin/sh",
            "-c",
            f"cd '{home.folder}'; exec '{sys.executable}' -m coachlog goal edit 1",
        ),
        EDITOR=script(home.folder, body),
    )
    window.wait_for("ready")

    window.kill(end)

    (kept,) = home.folder.rglob("edit-*.txt")
    assert below(kept.read_text(), "Target").endswith("\n9")
    assert not Path((home.folder / "opened").read_text().strip()).exists()
    assert home.json("goal", "show", "1")["target"] == 8
