"""`erase`: somebody is gone from every file, and everybody else is as they were."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from coachlog.completion import front
from coachlog.completion.shells import CompletionRequest
from coachlog.store.connection import open_reader
from coachlog.store.derived import OWN
from coachlog.store.drafts import DraftKeeper
from coachlog.store.removal import LINKS
from coachlog.terminal.rescue import draft_label
from coachlog.terminal.rescue import keep as keep_rescued
from tests.conftest import refused, talk
from tests.copies import new_store
from tests.store.marked import Marks, files, fill, tables_of_person, texts

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
        talk(coachee="Cem Sterk", topic="About Sterk", goals=[{"statement": "Run"}]),
    )


def bo(call):
    shown = call("session", "show", 2, "--json").json
    return shown["topic"], shown["summary"], shown["answers"][0]["text"]


def test_what_others_records_say_is_shown_and_the_name_alone_goes(call, amina):
    shown = call("erase", "amina", "--dry-run", "--json").json
    told = [(line["field"], line["sure"]) for line in shown["mentions"]]
    assert told == [("Topic", True), ("Topic", False), ("Text", True)]

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
    ways = (("hours", "--json"), ("report", "coach", 2026, "--csv"))
    ways = (*ways, ("report", "fund", 2026, "--draft", "--csv"))
    before = [call(*way) for way in ways]
    assert all(result.code == 0 and "2026" in result.out for result in before), before

    erase(call, "amina", "--yes", "--mentions", "rewrite", "--keep-hours")

    after = [call(*way) for way in ways]
    for then, now in zip(
        before, after, strict=True
    ):  # trajectories at once are no figures of talks
        lines = [line for line in then.lines if "most_at_once" not in line]
        assert [line for line in now.lines if "most_at_once" not in line] == lines
    for key, value in (("credential", "eia_foundation"), ("training_started_on", "2024-03-01")):
        assert call("config", "set", key, value).code == 0
    ledger = [line for line in call("hours", "--json").json if line["number"] is None]
    assert [(line["minutes"], line["coachee"]) for line in ledger] == [(60, None)]
    assert call("hours", "--plain").code == 0
    with closing(sqlite3.connect(program.store)) as store:
        assert "Leave" not in str(store.execute("select * from nameless_talk").fetchall())


def typing(call, text):
    return call("erase", "amina", typed=text)


def test_somebody_at_the_keyboard_decides_and_types_the_name(call, amina):
    for text in ("1\ny\nAmina\n", "1\ny\n\n", ":stop\n", "1\n:stop\n"):
        told = typing(call, text)
        assert (told.code, "Nothing changed." in told.err) == (0, True), told.err
        assert call("coachee", "show", "amina").code == 0

    told = typing(call, "4\n1\n2\n3\ny\nAMINA STERK\n")

    assert "Erased." in told.err, told.err
    assert bo(call)[2] == "somebody"
    refused(call("coachee", "show", "amina"), 3, "Nobody is called amina")
    assert call("erase", "list", "--json").json[0]["hours"] == 1


def test_an_old_copy_that_comes_back_is_erased_again(call, program, amina, tmp_path):
    by_hand = tmp_path / "elsewhere.sqlite"
    shutil.copyfile(program.store, by_hand)
    erase(call, "amina", "--yes", "--mentions", "rewrite", "--keep-hours")

    assert call("restore", by_hand, "--yes").code == 0

    refused(call("coachee", "show", "amina"), 3, "Nobody is called amina")
    assert bo(call)[2] == "Ask somebody"
    assert b"amina sterk" not in program.store.read_bytes().lower()
    assert len(call("erase", "list", "--json").json) == 1
    with closing(sqlite3.connect(program.store)) as store:
        assert store.execute("select count(*) from nameless_talk").fetchall() == [(1,)]


@pytest.fixture
def stick(call, program, tmp_path):
    """A second place with copies of two backups, and one that only remains there."""
    place = tmp_path / "stick"
    place.mkdir()
    call("config", "set", "backup_to", place)
    for n in range(3):
        assert call("goal", "score", 1, n + 1).code == 0
        assert call("backup", "now").code == 0
    folder = program.store.with_name("journal.sqlite.backups")
    min(folder.glob("0001-*")).unlink()
    return place


@pytest.mark.parametrize("way", [("erase", "finish"), ("backup", "now"), ("goal", "score", 2, 9)])
def test_a_stick_that_is_absent_is_told_of_and_erased_when_it_is_back(
    call, program, amina, stick, way
):
    away = stick.with_name("in-a-drawer")
    stick.rename(away)

    told = erase(call, "amina")

    assert f"Not done yet: the copies in {stick}" in told.err
    assert ("erase", str(stick)) in [
        (line["kind"], line["text"]) for line in call("today", "--json").json
    ]
    assert any(b"Amina Sterk" in path.read_bytes() for path in files(away))
    assert call("erase", "finish").code == 0
    away.rename(stick)
    assert call(*way).code == 0
    assert not [path for path in files(program.folder) if b"Amina Sterk" in path.read_bytes()]
    assert len([path for path in files(stick) if path.suffix == ".sqlite"]) >= 3
    assert call("backup", "verify").code == 0
    assert "Nothing is left to erase." in call("erase", "finish").err


def test_a_place_that_is_gone_for_good_is_waited_for_no_more(call, amina, stick):
    stick.rename(stick.with_name("lost"))
    erase(call, "amina")
    refused(call("erase", "finish", "--gone", "/elsewhere"), 4, "Nothing is waited for")

    assert call("erase", "finish", "--gone", stick).code == 0
    assert "erase" not in [line["kind"] for line in call("today", "--json").json]


def test_a_backup_that_cannot_be_read_goes_and_is_named_before(call, program, amina):
    folder = program.store.with_name("journal.sqlite.backups")
    assert call("backup", "now").code == 0
    broken = next(folder.glob("0001-*"))
    broken.write_bytes(broken.read_bytes()[:5000])

    told = erase(call, "amina")

    assert str(broken) in told.err
    assert not broken.exists()


def test_nothing_is_begun_where_a_backup_is_of_a_newer_version(call, program, amina):
    assert call("backup", "now").code == 0
    folder = program.store.with_name("journal.sqlite.backups")
    with closing(sqlite3.connect(next(folder.glob("0001-*")))) as backup:
        backup.execute("pragma user_version = 99")

    told = call("erase", "amina", *SURELY)

    assert told.code == 5
    assert call("coachee", "show", "amina").code == 0
    assert call("erase", "list", "--json").json == []
    assert not [path for path in program.folder.iterdir() if "erasing" in path.name]


@pytest.mark.parametrize("forgotten", [False, True])
def test_a_merged_person_goes_with_all_their_earlier_selves(call, program, keep, forgotten):
    keep(talk(coachee="Amina", topic="Qwertz"), talk(coachee="Mina Zwart", topic="Uiopt"))
    assert call("backup", "now").code == 0
    assert call("coachee", "merge", "mina", "amina", "--yes").code == 0
    if forgotten:  # only the backup and the earlier short name tell of it
        assert call("history", "prune", "--all", "--yes").code == 0

    erase(call, "amina")

    for word in (b"zwart", b"qwertz", b"uiopt"):
        assert not [path for path in files(program.folder) if word in path.read_bytes().lower()]


def test_the_coach_is_not_erased(call):
    call("trajectory", "new", "--kind", "own")

    refused(call("erase", "me", *SURELY), 4, "That is you")


def test_tab_offers_the_people_after_the_noun_itself(call, amina):
    def offered(line):
        return front.answer_for(CompletionRequest("fish", line))

    for word in ("amina\t", "list\t", "finish\t", "person\t"):
        assert word in offered("coachlog erase ")
    assert "--keep-hours" in offered("coachlog erase amina --k")
    assert "rewrite" in offered("coachlog erase amina --mentions ")


def test_it_is_never_said_to_be_done_while_another_program_reads(call, program, amina):
    with closing(sqlite3.connect(program.store, isolation_level=None)) as other:
        other.execute("begin")
        other.execute("select count(*) from coachee").fetchone()

        told = call("erase", "amina", *SURELY, env={"COACHLOG_BUSY_MS": "50"})

        refused_told = (told.code, "has begun and is not finished" in told.err)
        assert refused_told == (5, True)
        assert "Erased" not in told.err
        proofs = call("erase", "list", "--json", env={"COACHLOG_BUSY_MS": "50"}).json
        assert [line["state"] for line in proofs] == ["under_way"]
        refused(call("erase", "finish", env={"COACHLOG_BUSY_MS": "50"}), 5, "is not finished")

    assert call("coachee", "list").code == 0
    assert [line["state"] for line in call("erase", "list", "--json").json] == ["done"]
    assert not [path for path in files(program.folder) if b"Amina Sterk" in path.read_bytes()]


def test_a_conversation_that_is_open_in_another_window_is_not_pulled_away(call, program, amina):
    state = {"answers": [{"text": "Something of Amina"}]}
    with DraftKeeper.start(program.store, "grow", state, coachee="amina"):
        told = call("erase", "amina", *SURELY)

        assert (told.code, "open in another window" in told.err) == (5, True)
        assert call("coachee", "show", "amina").code == 0

    assert "1 unfinished conversation" in erase(call, "amina").err
    refused(call("session", "resume"), 3, "no unfinished")


def test_an_unfinished_conversation_with_somebody_else_loses_the_name_too(call, program, amina):
    state = {"answers": [{"text": "Amína was late"}]}
    DraftKeeper.start(program.store, "grow", state, coachee="bo").close()

    erase(call, "amina")

    with open_reader(program.store) as reader:
        assert "somebody was late" in str(reader.value("select state from draft"))
