"""What goes with a record that is removed, what stays, and that one undo brings it all back."""

import json

import pytest

from coachlog.base.errors import RefusedError
from coachlog.store.connection import open_reader
from coachlog.store.derived import OWN
from coachlog.store.removal import LINKS, plan_removal, remove
from coachlog.store.undo import undo
from tests.store.conftest import AT, DAY, RECORDS, insert, plain


@pytest.fixture
def journal(write, ask):
    """A journal with one record of each noun, and *more* of some."""

    def fill(*more):
        with write("fill") as work:
            for table in RECORDS:
                insert(work, table)
            for table, changes in more:
                insert(work, table, **changes)

    return fill


@pytest.fixture
def take(write):
    """Remove a record; the result is what was announced."""

    def taking(table, record_id):
        with write(f"{table} remove") as work:
            announced = plan_removal(work, table, record_id)
            remove(work, announced)
        return announced

    return taking


@pytest.fixture
def contents(path):
    """Every row of every noun, and the counts of people and conversations."""
    tables = (*RECORDS, "tally_coachee", "tally_session")

    def rows():
        with open_reader(path) as reader:
            return {
                each: sorted(reader.rows(plain, f'select * from "{each}"'), key=str)
                for each in tables
            }

    return rows


OF_MEETING = {"network_meeting", "network_presence", "network_use"}
OF_NETWORK = {"network", "network_member"} | OF_MEETING
OF_CASE = {"network_case", "network_advice"}
OF_NOBODY = {"objective", "growth", "self_rating", "hours", "contact", "origin"}
OF_SOMEBODY = set(RECORDS) - OF_NOBODY - OF_NETWORK - OF_CASE
OF_SOMEBODY |= {"network_use"}
OF_NO_TRAJECTORY = {"coachee", "topic", "talent", "former_handle", "observation", "consent"}
OF_NO_TRAJECTORY |= {"referral", "request"}
OF_ACTION = {"action", "review", "confidence"}
OF_SESSION = {"session", "answer", "option", "release", "communication", "correction"}
OF_LINKS = {"goal_objective", "goal_talent"}

OTHER_TALK = ("session", {"id": "s2", "number": 2})
SET_THERE = ("goal", {"id": "g2", "number": 2, "session_id": "s1"})


def test_every_reference_between_records_has_its_rule(filled, ask):
    """Derived from the schema, so that a new table cannot be forgotten."""
    found = ask(
        'select t.name, f."from", f."table" from pragma_table_list t,'
        " pragma_foreign_key_list(t.name) f where t.schema = 'main' and t.type = 'table'"
    )

    references = {each for each in found if each[0] not in OWN}
    assert references == {(link.table, link.column, link.to) for link in LINKS}


def test_a_table_stands_after_all_that_it_refers_to():
    roots = ("coachee", "objective", "contact", "network", "network_case")
    order = [*roots, *dict.fromkeys(link.table for link in LINKS)]

    assert [link for link in LINKS if order.index(link.to) >= order.index(link.table)] == []


@pytest.mark.parametrize(
    ("table", "record_id", "goes"),
    [
        ("coachee", "c1", OF_SOMEBODY),
        ("trajectory", "t1", OF_SOMEBODY - OF_NO_TRAJECTORY),
        ("session", "s1", OF_SESSION | OF_ACTION),
        ("goal", "g1", {"goal", "goal_score", "goal_level", "goal_lens", "network_use"} | OF_LINKS),
        ("action", "x1", OF_ACTION),
        ("topic", "k1", {"topic"}),
        ("talent", "l1", {"talent", "goal_talent"}),
        ("objective", "b1", {"objective", "goal_objective"}),
        ("observation", "w1", {"observation"}),
        ("workability", "y1", {"workability"}),
        ("growth", "z1", {"growth"}),
        ("hours", "h1", {"hours"}),
        ("contact", "q1", {"contact", "network_member", "network_presence"}),
        ("referral", "rf1", {"referral"}),
        ("network", "n1", OF_NETWORK),
        ("network_meeting", "ne1", OF_MEETING),
        ("network_case", "nc1", OF_CASE),
        ("self_rating", "sr1", {"self_rating"}),
        ("release", "r1", {"release"}),
        ("former_handle", "f1", {"former_handle"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_goes_is_announced_and_comes_back_in_one_step(
    journal, take, contents, write, table, record_id, goes
):
    journal()
    before = contents()

    announced = take(table, record_id)
    after = contents()
    with write("undo") as work:
        undo(work)

    assert set(announced.removed_ids) == goes
    assert {each for each in RECORDS if not after[each]} == goes
    assert contents() == before


def test_nothing_of_somebody_else_goes(journal, take, ask):
    journal(
        ("coachee", {"id": "c2", "handle": "bo"}),
        ("trajectory", {"id": "t2", "coachee_id": "c2"}),
        ("session", {"id": "s2", "coachee_id": "c2", "trajectory_id": "t2"}),
        ("goal", {"id": "g2", "coachee_id": "c2", "trajectory_id": "t2"}),
        ("action", {"id": "x2", "coachee_id": "c2", "session_id": "s2", "goal_id": "g2"}),
    )

    take("coachee", "c1")

    for table, left in (("coachee", "c2"), ("trajectory", "t2"), ("session", "s2"), ("goal", "g2")):
        assert ask(f"select id from {table}") == [(left,)]
    assert ask("select id, session_id, goal_id from action") == [("x2", "s2", "g2")]


def test_a_goal_goes_with_the_conversation_that_set_it_and_alone_scored_it(journal, take):
    journal(
        SET_THERE,
        ("goal_score", {"id": "p2", "goal_id": "g2", "session_id": "s1"}),
        ("action", {"id": "x2", "number": 2, "goal_id": "g2"}),
    )

    announced = take("session", "s1")

    assert (announced.removed_ids["goal"], announced.removed_ids["goal_score"]) == (["g2"], ["p2"])
    assert announced.removed_ids["action"] == ["x1", "x2"]


@pytest.mark.parametrize(
    "later",
    [
        ("goal_score", {"id": "p2", "goal_id": "g2", "session_id": "s2"}),
        ("goal_score", {"id": "p2", "goal_id": "g2"}),
        ("action", {"id": "x2", "number": 2, "goal_id": "g2", "session_id": "s2"}),
        ("action", {"id": "x2", "number": 2, "goal_id": "g2", "session_id": None}),
    ],
    ids=["scored later", "scored by hand", "an action later", "an action by hand"],
)
def test_a_goal_that_something_else_builds_on_stays_and_loses_the_link(journal, take, ask, later):
    journal(OTHER_TALK, SET_THERE, later)

    announced = take("session", "s1")

    assert "goal" not in announced.removed_ids
    assert next((each.table, ids) for each, ids in announced.unlinked_ids.items()) == (
        "goal",
        ["g2"],
    )
    assert ask("select id, session_id from goal where id = 'g2'") == [("g2", None)]
    assert ask(f"select count(*) from {later[0]} where goal_id = 'g2'") == [(1,)]


def test_the_actions_of_a_goal_stay_without_it(journal, take, ask):
    journal(("action", {"id": "x2", "number": 2, "goal_id": "g1"}))

    announced = take("goal", "g1")

    assert list(announced.unlinked_ids.values()) == [["x2"]]
    assert ask("select id, goal_id from action") == [("x1", None), ("x2", None)]


@pytest.mark.parametrize(
    ("was", "becomes"),
    [(("taken_up", DAY), ("parked", None)), (("dropped", DAY), ("dropped", DAY))],
    ids=["discussed", "dropped since"],
)
def test_a_topic_that_was_taken_up_is_parked_again(journal, take, ask, was, becomes):
    topic = {"session_id": "s2", "taken_up_id": "s1", "status": was[0], "closed_on": was[1]}
    journal(OTHER_TALK, ("topic", {"id": "k2", "number": 2} | topic))

    take("session", "s1")

    sql = "select status, closed_on, session_id, taken_up_id from topic where id = 'k2'"
    assert ask(sql) == [(*becomes, "s2", None)]


def test_a_topic_stays_when_the_conversation_it_was_parked_in_goes(journal, take, ask):
    journal()

    announced = take("session", "s1")

    assert [(link.column, ids) for link, ids in announced.unlinked_ids.items()] == [
        ("session_id", ["k1"])
    ]
    assert ask("select session_id, status from topic") == [(None, "parked")]


def test_nothing_goes_that_was_not_announced(journal, write, ask):
    """Between the question and the yes another window may have added something."""
    journal()
    with write("look") as work:
        announced = plan_removal(work, "goal", "g1")
    with write("goal score") as work:
        insert(work, "goal_score", id="p2", scored_on="2026-11-03", created_at=AT)

    with (
        pytest.raises(RefusedError, match="Something was added or changed in the meantime"),
        write("goal remove") as work,
    ):
        remove(work, announced)

    assert ask("select count(*) from goal_score") == [(2,)]


def test_the_log_holds_children_first_so_that_undo_makes_parents_first(journal, take, ask):
    journal()

    take("coachee", "c1")

    nouns = [noun for (noun,) in ask("select noun from change where verb = 'delete' order by seq")]
    assert nouns[-5:] == ["goal", "session", "trajectory", "talent", "coachee"]
    assert json.loads(ask("select old from change order by seq desc limit 1")[0][0])["id"] == "c1"


def test_no_search_walks_through_whole_tables(filled, ask):
    """Somebody with ten years of conversations goes as quickly as anybody."""
    for link in LINKS:
        steps = ask(
            f'explain query plan select id from "{link.table}"'
            f' where "{link.column}" in (select value from json_each(:ids))',
            ids="[]",
        )
        assert [step[3] for step in steps if step[3].startswith(f"SCAN {link.table}")] == []
