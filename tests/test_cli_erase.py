"""`erase`: somebody is gone from every file, and everybody else is as they were."""

import sqlite3
from contextlib import closing

import pytest

from coachlog.store.derived import OWN
from coachlog.store.drafts import DraftKeeper
from coachlog.store.removal import LINKS
from coachlog.terminal.rescue import draft_label
from coachlog.terminal.rescue import keep as keep_rescued
from tests.conftest import new_store, refused, talk
from tests.marked import Marks, fill, tables_of_person, texts

SURELY = ("--yes", "--mentions", "rewrite", "--no-hours", "--rescued", "remove")


def erase(call, who, *more):
    done = call("erase", who, *(more or SURELY))
    assert done.code == 0, done.err
    return done


def test_no_table_that_bears_a_person_is_forgotten():
    """A table that refers to a person, however far, is in the references that erasing follows."""
    referring = new_store().execute(
        'select m.name, f."from", f."table" from sqlite_schema m, pragma_foreign_key_list(m.name) f'
        " where m.type = 'table'"
    )
    known = {(link.table, link.column, link.to) for link in LINKS}

    missing = {each for each in referring if each[0] not in OWN} - known

    assert missing == set()
    assert len(tables_of_person()) > 15
    assert sum(len(texts(table)) for table in tables_of_person()) > 60


@pytest.fixture
def everywhere(call, program, monkeypatch):
    """Marked words of one person in every text, the log, backups, a draft, files; and Bo."""
    marks = Marks()
    call("coachee", "new", "--name", "Bo Peeters")
    fill(program.store, marks)
    monkeypatch.setenv("COACHLOG_BACKUP", "yes")
    assert call("backup", "now").code == 0
    with closing(sqlite3.connect(program.store)) as store:
        handle = store.execute("select handle from coachee where id = 'c1'").fetchone()[0]
        store.execute(f"vacuum into '{program.store}.before-0003.bak'")
    state = {"answers": [{"text": marks.new()}]}
    with DraftKeeper.start(program.store, "grow", state, coachee=handle) as keeper:
        keep_rescued(f"It was {marks.new()}", f"{draft_label(keeper.draft.id)}q")
    keep_rescued(f"Nobody knows whose {marks.new()}")
    assert call("backup", "now").code == 0
    return marks, handle


def test_no_marked_word_is_left_in_any_file(call, program, everywhere):
    marks, handle = everywhere
    assert len(marks.words) > 120
    found = [word for words in marks.found(program.folder).values() for word in words]
    assert set(found) == set(marks.words)

    told = erase(call, handle)

    assert "3 backups were written anew" in told.err
    assert marks.found(program.folder) == {}
    assert call("backup", "verify").code == 0
    assert all(line["level"] != "error" for line in call("doctor", "--json").json)
    assert [line["handle"] for line in call("coachee", "list", "--json").json] == ["bo"]
    proof = call("erase", "list", "--json").json[0]
    assert (proof["state"], proof["backups"], proof["files"]) == ("done", 3, 2)
    assert not [name for name in program.folder.iterdir() if "erasing" in name.name]


@pytest.fixture
def amina(call, keep):
    """Amina, of whom others' records speak, and Bo and Cem, who has her surname."""
    keep(
        talk(coachee="Amina Sterk", minutes=60, topic="Leave", goals=[{"statement": "Rest"}]),
        talk(
            coachee="Bo Peeters",
            topic="Amina's plan; Koen Sterk and amina sterk agree",
            summary="Aminata knows nothing",
            answers=[{"stage": "goal", "question": "q", "text": "Ask Amina Sterk"}],
            minutes=45,
        ),
        talk(coachee="Cem Sterk", topic="About Sterk"),
    )


def bo(call):
    shown = call("session", "show", 2, "--json").json
    return shown["topic"], shown["summary"], shown["answers"][0]["text"]


def test_what_others_records_say_is_shown_and_the_name_alone_goes(call, amina):
    shown = call("erase", "amina", "--dry-run", "--json").json
    told = [(line["field"], line["sure"]) for line in shown["mentions"]]
    assert told == [("Topic", True), ("Topic", False), ("Answer", True)]

    erase(call, "amina")

    assert bo(call) == (
        "somebody's plan; Koen Sterk and somebody agree",
        "Aminata knows nothing",
        "Ask somebody",
    )
    assert call("session", "show", 3, "--json").json["topic"] == "About Sterk"
    assert call("search", "amina", "--json").json == []


def test_each_text_is_decided_about_by_its_number(call, amina):
    decided = ("--decide", "1=keep", "--decide", "2=rewrite", "--decide", "3=remove")
    shown = call("erase", "amina", "--dry-run", "--json", *decided).json
    assert [line["decision"] for line in shown["mentions"]] == ["keep", "rewrite", "remove"]

    erase(call, "amina", "--yes", "--no-hours", *decided)

    assert bo(call)[0].startswith("Amina's plan")
    assert bo(call)[2] == "somebody"  # an answer is a text that has to be there
    assert call("session", "show", 3, "--json").json["topic"] == "About somebody"


def test_a_script_says_what_happens_to_all_there_is(call, amina):
    refused(call("erase", "amina"), 2, "only done with --yes")
    refused(call("erase", "amina", "--yes"), 2, "Others' records name this person in 2 texts")
    keeps = ("--yes", "--mentions", "keep")
    refused(call("erase", "amina", *keeps), 2, "not decided whether day, minutes and role")
    refused(call("erase", "amina", *keeps, "--decide", "9=keep"), 4, "no text 9")
    refused(call("erase", "amina", "--mentions", "all"), 2, "none of these: keep, rewrite")
    refused(call("erase", "amino", "--yes"), 3, "Nobody is called amino")
    assert call("coachee", "show", "amina").code == 0
    keep_rescued("Whose words?")
    refused(call("erase", "amina", *keeps, "--no-hours"), 2, "whether these files go")


def test_others_stay_as_they_were_and_their_steps_can_be_undone(call, amina):
    call("goal", "score", 1, 7)
    call("action", "new", "--coachee", "bo", "--what", "Ring Amina")
    call("action", "edit", 1, "--what", "Ring Amina Sterk again")
    erase(call, "amina")
    assert call("action", "show", 1, "--json").json["what"] == "Ring somebody again"

    undone = call("undo", "--yes")

    assert undone.code == 0, undone.err
    assert call("action", "show", 1, "--json").json["what"] == "Ring somebody"
    assert call("undo", "--yes").code == 0
    refused(call("action", "show", 1), 3, "There is no")
    history = call("history", "list", "--limit", "0", "--json").out
    assert "goal:1" not in history
    assert "Amina" not in call("history", "list", "--limit", "0").out


def test_the_hours_go_on_counting_without_a_name(call, program, amina):
    ways = (("hours", "--json"), ("report", "coach", "--year", "2026", "--json"))
    ways = (*ways, ("report", "fund", "--year", "2026", "--json"))
    before = [call(*way) for way in ways]
    assert all(result.code == 0 for result in before)

    erase(call, "amina", "--yes", "--mentions", "rewrite", "--keep-hours")

    after = [call(*way) for way in ways]
    for way, then, now in zip(ways, before, after, strict=True):
        assert now.out == then.out, way
    ledger = [line for line in call("hours", "ledger", "--json").json if line["number"] is None]
    assert [(line["minutes"], line["coachee"]) for line in ledger] == [(60, None)]
    with closing(sqlite3.connect(program.store)) as store:
        assert "Leave" not in str(store.execute("select * from nameless_talk").fetchall())
