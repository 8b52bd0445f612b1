"""Conversations that go out as JSON come back into an empty journal as they were."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachlog.export.tables import TABLES
from coachlog.journal.session.model import SessionInput
from tests.conftest import talk
from tests.journal.rich import ROLES, conversations, kept, parents

NUMBERS = {
    "goal": "goals",
    "action": "actions",
    "session": "sessions",
    "taken_up_in": "sessions",
    "trajectory": "trajectories",
    "objective": "objectives",
    "talent": "talents",
}
"""Columns that mean another record, and the table of it."""


def tables(store):
    """All public tables, each number as its place among the others: removed ones leave gaps."""
    with closing(sqlite3.connect(store)) as journal:
        journal.row_factory = sqlite3.Row
        found = {
            name: [dict(row) for row in journal.execute(f"select * from {name} order by {order}")]
            for name, order in TABLES.items()
        }
    places = {
        name: {
            number: place
            for place, number in enumerate(sorted(row["number"] for row in found[name]), 1)
        }
        for name in {
            *NUMBERS.values(),
            *(n for n in TABLES if any("number" in r for r in found[n])),
        }
    }
    return {
        name: sorted((_plain(name, row, places) for row in rows), key=repr)
        for name, rows in found.items()
    }


def _plain(name, row, places):
    plain = {key: value for key, value in row.items() if key != "created_at"}
    own = {"sessions_private": "sessions", "trajectories_private": "trajectories"}.get(name, name)
    for key, value in plain.items():
        of = own if key == "number" else NUMBERS.get(key)
        if of and isinstance(value, int):
            plain[key] = places[of][value]
    return plain


def out_and_back(call, there, here):
    """Print every conversation of the journal *there* as JSON and take all into *here*."""
    rows = call("session", "list", "--limit", 0, "--json", "--store", there).json
    lines = [
        call("session", "show", row["number"], "--json", "--store", there).out
        for row in sorted(rows, key=lambda row: row["number"])
    ]
    kept(call, "session", "new", "--from", "-", given="".join(lines), store=here)


@pytest.fixture
def stores(tmp_path):
    return tmp_path / "there.sqlite", tmp_path / "here.sqlite"


def test_every_table_is_as_it_was(call, stores):
    there, here = stores
    parents(call, there)
    conversations(call, there)
    parents(call, here)

    out_and_back(call, there, here)

    before, after = tables(there), tables(here)
    for name in TABLES:
        assert after[name] == before[name], name
    assert [goal["closed_on"] for goal in before["goals"]].count("2026-03-12") == 1
    assert before["trajectories_private"][0]["hard_to_tell"] == ROLES["hard_to_tell"]


def test_what_was_released_comes_back_in_its_order(call, stores):
    there, here = stores
    parents(call, there)
    conversations(call, there)
    parents(call, here)
    agreed = ("--agreed-by", "Amina", "--to", "Tom (HR)")
    kept(call, "session", "release", 3, "--text", "of the third", *agreed, store=there)
    kept(call, "goal", "release", 1, *agreed, store=there)
    kept(call, "session", "release", 1, "--text", "of the first", *agreed, store=there)
    kept(call, "session", "release", "--withdraw", 1, store=there)
    kept(call, "session", "release", "--handed-over", 3, store=there)

    out_and_back(call, there, here)

    before, after = tables(there), tables(here)
    assert len(before["releases"]) == 3
    for name in TABLES:
        assert after[name] == before[name], name


def test_what_was_asked_before_the_coach_appraised_comes_back(call, stores):
    there, here = stores
    first = talk(roles={"freely_chosen": True})
    second = talk(date="2026-11-03", goals=[{"statement": "x", "lenses": ["autonomy"]}])
    third = talk(date="2026-11-04", roles={"appraises": True})
    lines = "\n".join(map(json.dumps, (first, second, third)))
    kept(call, "session", "new", "--from", "-", given=lines, store=there)

    out_and_back(call, there, here)

    assert tables(here) == tables(there)


def test_how_a_goal_ended_is_told_by_the_conversation_in_which_it_did(call):
    parents(call)
    conversations(call)

    set_it, _bo, went_on, ended, *_ = (
        call("session", "show", number, "--json").json for number in range(1, 7)
    )
    assert "status" not in set_it["goals"][0]
    assert set_it["goals"][1]["status"] == "dropped"
    assert "goals" not in went_on
    assert ended["goals"] == [{"number": 1, "status": "achieved"}]


def test_a_goal_that_was_closed_by_hand_was_closed_by_no_conversation(call, keep):
    keep(talk(goals=[{"statement": "x"}]), talk(date="2026-11-03"))
    kept(call, "goal", "achieve", 1, "--on", "2026-11-03")

    told = [call("session", "show", number, "--json").json for number in (1, 2)]

    assert "status" not in told[0]["goals"][0]
    assert "goals" not in told[1]


def test_a_goal_taken_up_again_is_closed_by_nothing(call, keep):
    keep(
        talk(goals=[{"ref": "g", "statement": "x"}]),
        talk(date="2026-11-03", goals=[{"number": 1, "status": "dropped"}]),
        talk(date="2026-11-04", goals=[{"number": 1, "status": "active"}]),
    )

    assert "goals" not in call("session", "show", 2, "--json").json


def test_a_figure_that_was_told_later_was_not_told_in_the_conversation(call, keep):
    keep(talk(actions=[{"what": "x"}]))
    kept(call, "action", "confidence", 1, 8)

    assert "confidence" not in call("session", "show", 1, "--json").json["actions"][0]


def test_the_page_tells_which_goal_a_conversation_closed(call, aloud):
    parents(call)
    conversations(call)

    shown = aloud("session", "show", 4).out

    assert "I lead the meeting" in shown
    assert "reached" in shown
    assert "Hard to tell" not in call("report", "takehome", 1).out


def test_numbers_of_removed_records_do_not_lead_astray(call, stores):
    """Here the second goal is the first one: a score by its number would be that of another."""
    there, here = stores
    for store in stores:
        kept(call, "coachee", "new", "--name", "Amina", store=store)
    first = talk(
        goals=[
            {"statement": "gone"},
            {"ref": "a", "statement": "a"},
            {"ref": "b", "statement": "b"},
        ],
        actions=[{"what": "gone"}, {"what": "of b", "goal": "b"}],
        parked=["gone", "later"],
    )
    second = talk(
        date="2026-11-09",
        scores=[{"goal": 3, "score": 7}],
        goals=[{"number": 2, "status": "achieved"}],
        reviews=[{"action": 2, "status": "done"}],
        actions=[{"what": "next", "goal": 3}],
        taken_up=[2],
    )
    text = "\n".join(map(json.dumps, (talk(coachee="Bo", topic="x"), first, second)))
    kept(call, "session", "new", "--from", "-", given=text, store=there)
    for noun in ("goal", "action", "topic", "session"):
        kept(call, noun, "remove", 1, "--yes", store=there)
    kept(call, "coachee", "remove", "bo", "--yes", store=there)

    out_and_back(call, there, here)

    before, after = tables(there), tables(here)
    for name in TABLES:
        assert after[name] == before[name], name


def test_a_handle_that_is_the_name_of_another_stays_a_handle(call, stores):
    there, here = stores
    for handle, name in (("bo", "Amina"), ("amina", "Bo")):
        kept(call, "coachee", "new", "--name", name, "--handle", handle, store=there)
        kept(call, "session", "new", "--coachee", handle, store=there)

    out_and_back(call, there, here)

    assert tables(here)["coachees"] == tables(there)["coachees"]


figures = st.integers(0, 10)
words = st.sampled_from(["one", "twee", "trois\nlignes", "ë 🙂"])


@st.composite
def journals(draw):
    """Conversations with two people; what they mean by number an earlier one made."""
    goals, actions, topics = ({"Amina": [], "Bo": []} for _ in range(3))
    made, talks = {"goal": 0, "action": 0, "topic": 0}, []

    def numbered(noun, n):
        first = made[noun] + 1
        made[noun] += n
        return list(range(first, first + n))

    for place in range(draw(st.integers(2, 5))):
        who = draw(st.sampled_from(["Amina", "Bo"]))
        n, m, k = (draw(st.integers(0, 2)) for _ in range(3))
        ends = draw(st.sampled_from(["achieved", "dropped", "active", None]))
        known, waiting = goals[who][:1], topics[who][:1]
        given = talk(
            coachee=who,
            date=f"2026-0{draw(st.integers(1, 9))}-1{place}T10:00",
            status=draw(st.sampled_from(["held", "cancelled"])),
            goals=[
                {
                    "ref": f"g{i}",
                    "statement": draw(words),
                    "status": draw(st.sampled_from([None, "dropped"])),
                }
                for i in range(n)
            ]
            + ([{"number": known[0], "status": ends}] if known and ends else []),
            scores=[
                {"goal": each, "score": draw(figures)} for each in (*known, *(["g0"] if n else []))
            ],
            actions=[
                {
                    "what": draw(words),
                    "goal": draw(st.sampled_from([None, *known, *(["g0"] if n else [])])),
                    "confidence": draw(st.none() | st.integers(1, 10)),
                }
                for _ in range(m)
            ],
            reviews=[
                {"action": each, "status": draw(st.sampled_from(["done", "open", "partly"]))}
                for each in actions[who]
            ],
            parked=[draw(words) for _ in range(k)],
            taken_up=waiting,
            topic="t",
            roles={"appraises": draw(st.booleans())} if draw(st.booleans()) else None,
        )
        talks.append(given)
        goals[who] += numbered("goal", n)
        actions[who] += numbered("action", m)
        topics[who] = topics[who][1:] + numbered("topic", k)
    gone = draw(st.none() | st.sampled_from(sorted(noun for noun in made if made[noun]) or [None]))
    return talks, gone


@settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(journals())
def test_any_journal_comes_back_whole(call, journal):
    talks, gone = journal
    with TemporaryDirectory() as folder:
        there, here = Path(folder) / "there.sqlite", Path(folder) / "here.sqlite"
        text = "\n".join(json.dumps(each) for each in talks)
        kept(call, "session", "new", "--from", "-", given=text, store=there)
        if gone:
            kept(call, gone, "remove", 1, "--yes", store=there)

        out_and_back(call, there, here)

        before, after = tables(there), tables(here)
    for name in TABLES:
        assert after[name] == before[name], name


def test_every_key_of_a_conversation_is_told_or_is_a_way_to_give_it(call):
    """A key that is added to the input and forgotten in the JSON would be lost on the way."""
    parents(call)
    conversations(call)

    words = ("--to", "Tom", "--agreed-by", "Amina")
    kept(call, "session", "release", 1, "--text", "x", *words)
    kept(call, "goal", "release", 1, *words)

    told = {key for n in range(1, 8) for key in call("session", "show", n, "--json").json}
    of_records = {"talents", "objectives", "retention_on"}
    """Other ways to make or change records, which tell these themselves."""
    ways = {"planned", "method", "method_version"}
    assert set(SessionInput.model_fields) - told == ways | of_records
