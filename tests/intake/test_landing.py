"""What came from elsewhere is known again: after a change, an undo, a removal, a kill."""

import json
import signal
import time

import pytest

from coachlog.store.bare import connect
from tests.conftest import refused
from tests.guide.script import typed
from tests.guide.terminal import Home

SURELY = ("--yes", "--mentions", "rewrite", "--no-hours", "--rescued", "remove")
LIST = """\
Naam;Datum;Duur;Onderwerp;Opmerkingen
Amina El Idrissi;14/09/2026;45;Zorginstelling;Vertrouwelijk
Sofie Claes;15/09/2026;30;Magazijn;
"""


@pytest.fixture
def bring(call, tmp_path):
    """`bring(text, *options)`: the result of importing a list, as JSON."""

    def brought(text, *options):
        (tmp_path / "lijst.csv").write_text(text, encoding="utf-8")
        return call("import", "lijst.csv", "--new", "--json", *options).json[0]

    return brought


def topics(call):
    rows = call("session", "list", "--csv").rows
    return {row["coachee"]: row["topic"] for row in rows}


def origins(program):
    connection = connect(program.store, "mode=ro")
    rows = connection.execute("select count(*) from origin").fetchone()[0]
    connection.close()
    return rows


def test_words_from_elsewhere_are_private_unless_shared(call, bring):
    assert bring(LIST)["new"] == {"session": 2}
    shown = call("session", "show", "1", "--json").json
    assert (shown["private_note"], shown.get("summary")) == ("Vertrouwelijk", None)

    call("undo", "--yes")
    bring(LIST, "--shared")
    shown = call("session", "show", "3", "--json").json
    assert (shown.get("private_note"), shown["summary"]) == (None, "Vertrouwelijk")


def test_what_was_undone_comes_again(call, bring):
    bring(LIST)
    call("undo", "--yes")

    again = bring(LIST)

    assert (again["new"], again["same"]) == ({"session": 2}, {})
    call("redo")
    assert bring(LIST)["same"] == {"session": 2}


def test_what_changed_there_changes_here_but_not_what_the_coach_changed(call, bring):
    bring(LIST, "--key", "Datum")
    call("session", "edit", "2", "--topic", "Mijn woorden")
    other = LIST.replace("Zorginstelling", "Nachtploeg").replace("Magazijn", "Loods")

    result = bring(other, "--key", "Datum")

    assert (result["changed"], result["same"]) == ({"session": 1}, {"session": 1})
    assert ["changed here" in each["reason"] for each in result["told"]] == [True]
    assert topics(call) == {"amina": "Nachtploeg", "sofie": "Mijn woorden"}
    again = bring(other, "--key", "Datum")  # it is told once
    assert (again["changed"], again["told"]) == ({}, [])


def test_what_stands_in_a_file_twice_changes_nothing_in_turn(call, tmp_path):
    """Two occurrences that a series has on one day: each would change the other, for ever."""
    event = "BEGIN:VEVENT\nUID:1\n{}DTSTART:202612{}0000Z\nEND:VEVENT\n"
    moved = "SUMMARY:{}\nRECURRENCE-ID:20261201T{}0000Z\n"
    file = tmp_path / "agenda.ics"
    file.write_text(
        event.format("RRULE:FREQ=DAILY;COUNT=2\n", "01T08")
        + event.format(moved.format("A", "08"), "01T07")
        + event.format(moved.format("B", "09"), "01T10")
    )
    call("coachee", "new", "An")

    for _each in range(3):
        (told,) = call("import", file, "--coachee", "an", "--json").json

        assert told["changed"] == {}
        assert [each["reason"].partition(":")[0] for each in told["told"]] == [
            "It stands in the file more than once"
        ]


def test_what_was_removed_here_stays_away(call, bring):
    bring(LIST)
    call("session", "remove", "1", "--yes")

    again = bring(LIST)

    assert (again["new"], again["removed"], again["same"]) == ({}, {"session": 1}, {"session": 1})


def test_nothing_tells_where_erased_records_came_from(call, bring, program):
    bring(LIST)
    assert origins(program) == 2

    assert call("erase", "amina", *SURELY).code == 0
    assert origins(program) == 1

    connection = connect(program.store, "mode=ro")
    left = connection.execute("select new, old from change where noun = 'origin'").fetchall()
    ids = connection.execute("select record_id from origin").fetchall()
    sessions = connection.execute("select id from session").fetchall()
    connection.close()
    assert ids == sessions
    assert len(left) == 1


def test_a_step_of_the_history_names_no_origins(call, bring):
    bring(LIST)

    assert "came from" not in call("history").out


def test_nothing_is_half_done_after_a_kill(program, call, tmp_path):
    rows = "".join(f"Persoon {n};{n % 28 + 1:02d}/09/2026;30;Thema;\n" for n in range(3000))
    (tmp_path / "lang.csv").write_text(LIST.splitlines()[0] + "\n" + rows, encoding="utf-8")
    call("coachee", "new", "--name", "Somebody")
    process = program.start("import", "lang.csv", "--new")
    while process.poll() is None and not list(program.folder.glob("journal.sqlite-wal")):
        time.sleep(0.01)

    process.send_signal(signal.SIGKILL)
    process.communicate()

    assert topics(call) == {}
    assert len(call("coachee", "list", "--csv").lines) == 2


def test_two_imports_at_once_wait_for_each_other(program, call, tmp_path):
    (tmp_path / "lijst.csv").write_text(LIST, encoding="utf-8")
    call("coachee", "new", "--name", "Somebody")
    both = [program.start("import", "lijst.csv", "--new", "--json") for _n in range(2)]

    said = [json.loads(each.communicate()[0]) for each in both]

    assert sorted(str(each[0]["new"]) for each in said) == ["{'session': 2}", "{}"]
    assert [each.returncode for each in both] == [0, 0]


def test_strict_takes_nothing_where_something_is_told(call, tmp_path):
    (tmp_path / "lijst.csv").write_text(LIST + "Jan;gisterenachtbis;30;x;\n", encoding="utf-8")

    result = call("import", "lijst.csv", "--new", "--strict")

    assert (result.code, topics(call)) == (4, {})
    assert list(tmp_path.glob("*rejected*")) == []


def test_a_person_is_asked_before_anything_is_written(call, tmp_path):
    (tmp_path / "lijst.csv").write_text(LIST, encoding="utf-8")

    said = call("import", "lijst.csv", "--new", typed="n\n")
    assert ("Would be new" in said.err, topics(call)) == (True, {})
    call("import", "lijst.csv", "--new", typed="\n")
    assert len(topics(call)) == 2


def test_people_who_are_not_known_are_asked_about_once_at_a_terminal(call, tmp_path):
    (tmp_path / "lijst.csv").write_text(LIST, encoding="utf-8")

    refused_ones = call("import", "lijst.csv", typed="\n")
    assert "Not in your journal yet: Amina El Idrissi, Sofie Claes" in refused_ones.err
    assert ("Nothing changed." in refused_ones.err, topics(call)) == (True, {})

    added = call("import", "lijst.csv", typed="y\n\n")

    assert "People who would be added: Amina El Idrissi, Sofie Claes" in added.err
    assert len(topics(call)) == 2


def test_whoever_stops_before_the_end_is_told_that_nothing_changed(tmp_path):
    (tmp_path / "lijst.csv").write_text(LIST, encoding="utf-8")
    command = ("import", str(tmp_path / "lijst.csv"), "--new")

    for steps in ([":stop"], ["", interrupt]):
        stopped = typed(Home(tmp_path), command, steps)
        assert (stopped.code, stopped.shown.count("Nothing changed.")) == (130, 1)


def test_a_column_is_offered_each_place_once(tmp_path):
    (tmp_path / "lijst.csv").write_text(LIST, encoding="utf-8")
    command = ("import", str(tmp_path / "lijst.csv"), "--new")

    asked = typed(Home(tmp_path), command, ["5", ":stop"])

    assert asked.shown.partition("- leaves it out.")[2].count("Private note") == 1


def interrupt(_shown):
    raise KeyboardInterrupt


def test_the_trace_of_a_document_that_is_open_is_told_from_the_document(call, tmp_path):
    (tmp_path / "~$lijst.xlsx").write_bytes(b"\x03Els")

    refused(call("import", "~$lijst.xlsx"), 4, "is no document")
    (tmp_path / "lijst.csv").write_text(LIST, encoding="utf-8")
    others = call("import", "~$lijst.xlsx", "lijst.csv", "--new", "--yes")

    assert (others.code, others.err.count("~$lijst.xlsx")) == (0, 1)
    assert len(topics(call)) == 2


@pytest.mark.parametrize(
    ("name", "text", "command"),
    [
        ("talk.json", '{"coachee": "amina", "topic": "x"}', "session new --from FILE"),
        ("notes.docx", "PK\x03\x04", "session new --after --from FILE"),
        ("notes.pdf", "%PDF-1.7", "session new --after --from FILE"),
    ],
)
def test_what_another_command_reads_is_told_with_that_command(name, text, command, call, tmp_path):
    (tmp_path / name).write_text(text)

    told = call("import", name)

    refused(told, 4, name)
    assert f"coachlog {command}" in told.err


def test_a_row_that_was_written_otherwise_may_be_the_same_conversation(bring):
    assert bring(LIST)["doubled"] == []

    again = bring(LIST.replace("Magazijn", "Het magazijn") + "Sofie Claes;16/09/2026;30;;\n")

    assert (again["new"], again["doubled"]) == ({"session": 2}, ["line 3"])


def test_somebody_is_never_guessed(call, bring):
    call("coachee", "new", "--name", "Amina El Idrissi")
    call("coachee", "new", "--name", "Amina El Idrissi")
    call("coachee", "new", "--name", "Sofie Claesens")

    result = bring(LIST)

    assert [each["reason"][:30] for each in result["told"]] == ["Several people are called Amin"]
    assert result["people"] == ["Sofie Claes"]
    refused(call("import", "lijst.csv", "--coachee", "nobody"), 3, "nobody")
