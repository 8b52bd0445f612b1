"""`coachee merge`: two entries that are one person, and nothing of either gets lost."""

import json
import re
import sqlite3
from contextlib import closing

import pytest

from coachlog.store.connection import open_reader
from coachlog.store.drafts import DraftKeeper, drafts
from coachlog.store.undo import undo
from coachlog.store.work import Work
from tests.conftest import refused, talk

SAME = "Rustig blijven"
OF_AMINA = talk(
    coachee="Amina",
    date="2026-10-01T10:00",
    goals=[{"ref": "g", "statement": SAME}],
    actions=[{"what": "Koen bellen", "goal": "g"}],
)
OF_MINA = talk(
    coachee="Mina",
    date="2026-11-01T10:00",
    goals=[{"ref": "g", "statement": "rustig  BLIJVEN"}, {"ref": "h", "statement": "Delegeren"}],
    scores=[{"goal": "g", "score": 4}],
    actions=[{"what": "Lijst maken"}, {"what": "Mail sturen"}],
)
ALL_THAT_REFERS = (
    *("coachees", "talents", "trajectories", "goals", "goal_scores"),
    *("sessions", "options", "actions", "answers", "topics"),
)


@pytest.fixture
def both(call, keep, prepared):
    """Amina and Mina, who are one person."""

    def fill():
        keep(OF_AMINA, OF_MINA)
        call("coachee", "talent", "amina", "Luisteren")
        call("coachee", "talent", "mina", "luisteren", "--energy", "yes")
        call("coachee", "talent", "mina", "Cijfers")

    prepared(fill)


@pytest.fixture
def merge(call):
    def merging(who, into, *words):
        told = call("coachee", "merge", who, into, "--yes", *words)
        assert told.code == 0, told.err
        return told.err

    return merging


@pytest.fixture
def handle(call):
    return lambda who: call("coachee", "show", who, "--json").json["handle"]


@pytest.fixture
def journal(call, program):
    """All that the views hold, and what is left in tables without a view."""

    def everything():
        with closing(sqlite3.connect(program.store)) as store:
            former = store.execute("select handle, coachee_id from former_handle order by 1")
            counts = store.execute("select * from tally_coachee order by 1")
            return (
                [call("export", "csv", table).out for table in ALL_THAT_REFERS],
                former.fetchall(),
                counts.fetchall(),
            )

    return everything


def test_everything_moves_to_the_one_who_stays(call, both, merge, handle):
    told = merge("mina", "amina")

    assert re.search(
        "What moves: 2 talents, 1 trajectory, 1 conversation, 2 goals, 2 actions[.]", told
    )
    for noun in ("session", "goal", "action"):
        rows = call(noun, "list", "--limit", 0, "--json").json
        assert {row["coachee"] for row in rows} == {"amina"}
    person = call("coachee", "list", "--json").json
    assert [(row["handle"], row["sessions"], row["open_actions"]) for row in person] == [
        ("amina", 2, 3)
    ]
    assert [row["strength"] for row in call("coachee", "talent", "mina", "--json").json] == [
        *("Luisteren", "luisteren", "Cijfers")
    ]
    assert handle("mina") == handle("Mina") == "amina"


def test_it_is_taken_back_in_one_step(both, merge, journal, program, call):
    call("coachee", "rename", "mina", "mina-b")
    call("coachee", "edit", "mina-b", "--team", "Noord", "--role", "x")
    call("coachee", "archive", "amina")
    before = journal()
    merge("mina-b", "amina")
    assert journal() != before

    with Work(program.store, "undo") as work:
        undo(work)

    assert journal() == before


def test_what_is_empty_is_filled_and_what_differs_stays_and_is_told(call, both, merge):
    call("coachee", "edit", "amina", "--role", "teamlead", "--since", "1/3/2025")
    call(
        *("coachee", "edit", "mina", "--role", "ploegbaas", "--team", "Noord", "--since"),
        *("1/4/2025", "--retention-on", "2028-12-31", "--basis", "contract", "--context", "a\nb"),
    )

    told = merge("mina", "amina")

    for line in (
        "Name: “Amina” stays, “Mina” goes.",
        "Role: “teamlead” stays, “ploegbaas” goes.",
        "Team: “Noord” is taken over.",
        "Since: “Sat 1 Mar 2025” stays, “Tue 1 Apr 2025” goes.",
        "Legal basis: “contract” is taken over.",
        "Kept until: “Sun 31 Dec 2028” is taken over.",
        "Context: “a b” is taken over.",
    ):
        assert line in told.splitlines()
    kept = call("coachee", "show", "amina", "--json").json
    assert (kept["name"], kept["role"], kept["team"]) == ("Amina", "teamlead", "Noord")
    assert (kept["since"], kept["retention_on"]) == ("2025-03-01", "2028-12-31")
    assert (kept["context"], kept["name_sort"]) == ("a\nb", "amina")


def test_what_is_in_both_stays_in_both_and_is_told(call, both, merge):
    told = merge("mina", "amina").splitlines()

    assert f"Goal “{SAME}”: both have it, and both stay." in told
    assert "Talent “Luisteren”: both have it, and both stay." in told
    assert not any("Cijfers" in line or "Delegeren" in line for line in told)
    assert len(call("goal", "list", "--json").json) == 3


def test_many_texts_in_both_are_counted(call, keep, merge):
    goals = [{"ref": str(n), "statement": f"Goal {n}"} for n in range(8)]
    keep(talk(coachee="A", goals=goals), talk(coachee="B", goals=goals))

    told = merge("b", "a")

    assert told.count("both have it, and both stay") == 5
    assert "3 more texts are in both." in told


def test_two_active_trajectories_stay_and_it_is_told_where_new_conversations_go(
    call, both, merge, keep
):
    told = merge("mina", "amina")

    assert "Trajectories 1, 2 are active; new conversations go to 2." in told
    keep(talk(coachee="mina"))
    rows = call("trajectory", "list", "--json").json
    assert [(row["number"], row["status"], row["sessions"]) for row in rows] == [
        (2, "active", 2),
        (1, "active", 1),
    ]


def test_one_active_trajectory_needs_no_word(call, both, merge):
    call("trajectory", "close", 1)

    assert "active" not in merge("mina", "amina")


def test_a_chain_leads_to_its_end(call, merge, handle):
    for name in ("Aa", "Bb", "Cc"):
        call("coachee", "new", "--name", name)
    call("coachee", "rename", "aa", "a-new")

    merge("a-new", "bb")
    merge("bb", "cc")

    assert {handle(who) for who in ("aa", "a-new", "bb", "cc")} == {"cc"}
    assert len(call("coachee", "list").lines) == 1


def test_an_entry_is_found_by_its_earlier_handle(call, both, merge, handle):
    call("coachee", "rename", "mina", "m-2")

    merge("mina", "amina")

    assert handle("m-2") == handle("mina") == "amina"


def test_a_handle_that_leads_there_may_become_the_own_one(call, both, merge, handle):
    merge("mina", "amina")

    call("coachee", "rename", "amina", "mina")

    assert handle("amina") == "mina"


@pytest.mark.parametrize(
    ("archived", "after"),
    [(["mina"], False), (["amina"], False), (["mina", "amina"], True), ([], False)],
)
def test_whoever_is_not_in_the_archive_stays_out_of_it(call, both, merge, archived, after):
    for who in archived:
        call("coachee", "archive", who)

    told = merge("mina", "amina")

    assert ("will come back from the archive" in told) == (archived == ["amina"])
    row = call("coachee", "list", "--archived", "--json").json[0]
    assert bool(row["archived_at"]) == after


@pytest.mark.parametrize(
    ("who", "into", "code", "cause"),
    [
        ("amina", "amina", 4, "^That is the same person twice: Amina .amina.[.]$"),
        ("amina", "Amina", 4, "^That is the same person twice"),
        ("before", "amina", 4, "^That is the same person twice"),
        ("nobody", "amina", 3, "Nobody is called nobody"),
        ("amina", "mnia", 3, "Nobody is called mnia"),
        ("Jan Peeters", "amina", 4, "Several people are called Jan Peeters: jan, jan-p"),
        ("amina", "jan peeters", 4, "Several people are called Jan Peeters"),
    ],
)
def test_what_is_no_two_people_is_refused(call, both, journal, who, into, code, cause):
    call("coachee", "rename", "amina", "before")
    call("coachee", "rename", "before", "amina")
    for _ in range(2):
        call("coachee", "new", "--name", "Jan Peeters")
    before = journal()

    refused(call("coachee", "merge", who, into, "--yes"), code, cause)
    assert journal() == before


def test_two_people_of_the_same_name_are_merged_by_their_handles(call, merge):
    for _ in range(2):
        call("coachee", "new", "--name", "Jan Peeters")

    told = merge("jan-p", "jan")

    assert "Name:" not in told
    assert [row["handle"] for row in call("coachee", "list", "--json").json] == ["jan"]


def test_nothing_is_merged_without_a_yes(call, both, journal):
    before = journal()

    refused(call("coachee", "merge", "mina", "amina"), 2, "only done with --yes")
    refused(call("coachee", "merge", "mina", "amina", "--no-input"), 2, "only done with --yes")
    refused(call("coachee", "merge", "mina"), 2, "Missing: INTO")
    assert journal() == before


def test_unfinished_conversations_go_on_with_the_one_who_stays(call, both, merge, program):
    """A draft that was begun when somebody was new knows them by name; it would make them anew."""
    for name in ("amina", "mina", "MINA", "Bo"):
        DraftKeeper.start(program.store, "grow", {"coachee": name}, coachee=name).close()

    told = merge("mina", "amina")

    assert "2 unfinished conversations continue with Amina." in told
    with open_reader(program.store) as reader:
        kept = drafts(reader)
    assert sorted(each.coachee for each in kept) == ["Bo", "amina", "mina", "mina"]
    assert all(each.state["coachee"] == each.coachee for each in kept)


def test_a_new_name_is_known_to_unfinished_conversations(call, both, program):
    for name in ("Mina", "Amina"):
        DraftKeeper.start(program.store, "grow", {"coachee": name}, coachee=name).close()

    call("coachee", "rename", "mina", "mina", "--name", "Wilhelmina")
    call("coachee", "edit", "amina", "--name", "Amina Bakkali", "--handle", "bakkali")

    with open_reader(program.store) as reader:
        assert sorted(each.state["coachee"] for each in drafts(reader)) == ["bakkali", "mina"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", ["Mina (mina) gaat op in Amina (amina).", "2 doelen", "Naam: “Amina” blijft"]),
        (
            "fr",
            [
                "la fiche Mina (mina) passe dans la fiche Amina (amina).",
                "2 objectifs",
                "Nom\N{NO-BREAK SPACE}: «\N{NO-BREAK SPACE}Amina\N{NO-BREAK SPACE}» reste",
            ],
        ),
    ],
)
def test_it_is_told_in_the_language_of_the_coach(both, merge, language, words):
    told = merge("mina", "amina", "--lang", language)

    assert all(word in told for word in words)


def test_what_people_wrote_is_shown_and_never_obeyed(call, merge):
    lines = "\n".join(
        json.dumps({"name": name, "handle": handle, "role": f"x\x1b[31m{handle}"})
        for name, handle in (("A\x1b[2J", "a"), ("B\nb", "b"))
    )
    call("coachee", "new", "--from", "-", stdin=lines)

    assert "\x1b" not in merge("b", "a")
