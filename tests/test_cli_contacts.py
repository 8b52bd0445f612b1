"""Contacts: noted, linked with what they brought, found again, named to nobody who may not know."""

import json

import pytest

from tests.conftest import refused, talk

IDEA = {"text": "A whiteboard", "origin": "network", "contact": "Sarah Peeters", "chosen": True}
SARAH = talk(
    goals=[{"ref": "g", "statement": "End on time"}],
    options=[IDEA, {"text": "Ask HR", "origin": "network", "contact": "sarah"}],
    actions=[{"what": "Hang it up", "goal": "g", "helper": "Tom"}],
)
NEW = ("--name", "Sarah Peeters", "--where", "internal")
EMPTY = {
    "number": 1,
    "name": "Sarah Peeters",
    "where": "internal",
    "organisation": None,
    "expertise": None,
    "reach": None,
    "may_be_named": "ask_first",
    "rhythm_days": None,
    "in_touch_on": None,
    "last_used_on": None,
    "also": [],
    "ideas": [],
    "actions": [],
}


@pytest.fixture
def note(call):
    """Note Sarah Peeters, or what is given besides."""
    return lambda *words, **more: call("contact", "new", *NEW, *words, **more)


@pytest.fixture
def shown(call):
    """The contact with a number, as JSON."""
    return lambda number=1: call("contact", "show", number, "--json").json


def test_a_contact_is_kept_as_it_was_given(note, shown):
    done = note(
        *("--organisation", "HR", "--expertise", "planning, Excel", "--reach", "sp@example.be"),
        *("--may-be-named", "yes_named", "--rhythm-days", "6w", "--in-touch", "2026-11-02"),
    )

    assert (done.code, done.out) == (0, "1\tSarah Peeters\n")
    assert shown() == EMPTY | {
        "organisation": "HR",
        "expertise": "planning, Excel",
        "reach": "sp@example.be",
        "may_be_named": "yes_named",
        "rhythm_days": 42,
        "in_touch_on": "2026-11-02",
    }


def test_a_name_is_given_to_nobody_until_the_coach_says_so(note, shown):
    note()

    assert shown() == EMPTY


@pytest.mark.parametrize(
    ("words", "stdin", "code", "cause"),
    [
        (("--name", "Tom"), None, 2, "Missing: --where"),
        (("--name", "Tom", "--where", "nowhere"), None, 4, "--where: .nowhere. is not one of"),
        ((*NEW, "--in-touch", "tomorrow"), None, 4, "--in-touch: .* in the future"),
        (("--from", "-"), '{"name": "Tom"}', 4, "where: this is missing"),
        (("--from", "-"), '{"name": "Tom", "where": "internal", "ill": 1}', 4, "ill: "),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(call, words, stdin, code, cause):
    refused(call("contact", "new", *words, stdin=stdin), code, cause)
    assert call("contact", "list").out == ""


def test_no_two_contacts_have_one_name_since_ideas_are_linked_by_it(call, note):
    note()
    call("contact", "new", "--name", "Tom", "--where", "external")

    refused(call("contact", "new", "--name", "sarah  peeters", "--where", "external"), 4, "already")
    refused(call("contact", "edit", 2, "--name", "Sarah Peeters"), 4, "already")
    assert call("contact", "edit", 1, "--name", "SARAH PEETERS").code == 0


def test_contacts_are_listed_by_name_and_by_where_they_are(call, note):
    note()
    call("contact", "new", "--name", "an Dewit", "--where", "external")

    names = [row["name"] for row in call("contact", "list", "--csv").rows]
    outside = [row["name"] for row in call("contact", "list", "--where", "external", "--csv").rows]

    assert names == ["an Dewit", "Sarah Peeters"]
    assert outside == ["an Dewit"]


def test_a_new_contact_takes_the_places_of_its_exact_name_and_of_no_other(keep, note, shown):
    keep(SARAH)

    note()

    assert [idea["text"] for idea in shown()["ideas"]] == ["A whiteboard"]


def test_another_name_is_linked_where_the_coach_says_so(call, keep, note, shown):
    keep(SARAH)
    note("--also", "Sarah")
    call("contact", "new", "--name", "Thomas", "--where", "external")

    assert call("contact", "edit", 2, "--also", "Tom").code == 0

    assert [idea["text"] for idea in shown()["ideas"]] == ["A whiteboard", "Ask HR"]
    assert shown()["also"] == ["sarah"]
    assert (shown(2)["actions"], shown(2)["also"]) == ([1], ["Tom"])


@pytest.mark.parametrize("typed", ["@Sarah Peeters: Ask her", "@sarah peeters: Ask her"])
def test_an_option_typed_with_the_name_of_a_contact_is_linked(call, note, shown, typed):
    note()

    call("session", "new", "--coachee", "Amina", "--date", "2026-11-02T14:00", "--option", typed)

    assert [idea["text"] for idea in shown()["ideas"]] == ["Ask her"]


def test_a_name_alone_is_the_idea_to_ask_that_contact(call, shown):
    call("contact", "new", "--name", "Sarah", "--where", "internal")

    call("session", "new", "--coachee", "Amina", "--date", "2026-11-02T14:00", "--option", "@Sarah")

    assert [idea["text"] for idea in shown()["ideas"]] == ["Sarah"]


def test_a_helper_is_linked_and_no_longer_when_somebody_else_helps(call, keep, note, shown):
    note()
    keep(talk(actions=[{"what": "Call", "helper": "Sarah Peeters"}]))
    call("action", "new", "--coachee", "amina", "--what", "Write", "--helper", "sarah peeters")
    assert sorted(shown()["actions"]) == [1, 2]

    call("action", "edit", 1, "--helper", "Tom")
    call("action", "edit", 2, "--what", "Write to her")

    assert shown()["actions"] == [2]


def test_an_edited_conversation_keeps_the_links_of_the_names_that_stay(call, keep, note, shown):
    keep(SARAH)
    note("--also", "sarah")
    options = [{"text": "Ask HR twice", "origin": "network", "contact": "sarah"}]

    edited = call("session", "edit", 1, "--from", "-", stdin=json.dumps({"options": options}))

    assert edited.code == 0
    assert [idea["text"] for idea in shown()["ideas"]] == ["Ask HR twice"]


def test_what_came_of_an_idea_is_followed_to_the_goal(call, keep, note, screen):
    keep(SARAH)
    note()
    call("action", "done", 1, "--outcome", "Everybody sees the plan")

    page = screen("contact", "show", 1)

    parts = ("A whiteboard", "Hang it up", "Everybody sees the plan", "End on time")
    assert all(part in page for part in parts)
    assert [page.index(part) for part in parts] == sorted(page.index(part) for part in parts)
    assert "1 of 1 chosen" in page


def test_of_several_chosen_ideas_each_is_followed_by_its_own_action(keep, note, shown):
    other = {"text": "Call Koen", "origin": "coachee", "chosen": True}
    actions = [{"what": "Call Koen on Monday"}, {"what": "Buy a whiteboard"}]
    keep(talk(options=[IDEA, other], actions=actions))
    note()

    [idea] = shown()["ideas"]

    assert idea["actions"] == [2]


def test_an_idea_that_was_not_chosen_was_followed_by_nothing(keep, note, shown):
    keep(talk(options=[IDEA | {"chosen": False}], actions=[{"what": "Something else"}]))
    note()

    [idea] = shown()["ideas"]

    assert (idea["chosen"], idea["actions"]) == (False, [])


@pytest.mark.parametrize(
    ("word", "found_in"),
    [
        ("excel", "expertise"),
        ("EXCÉL", "expertise"),
        ("plan", "expertise"),
        ("whiteboard", "idea"),
        ("everybody plan", "outcome"),
    ],
)
def test_who_could_help_is_found_by_what_they_can_do_and_what_they_brought(
    call, keep, note, word, found_in
):
    keep(SARAH)
    note("--expertise", "planning, Excel")
    call("action", "edit", 1, "--helper", "Sarah Peeters")
    call("action", "done", 1, "--outcome", "Everybody sees the plan")

    [line] = call("contact", "who", word, "--json").json

    assert (line["name"], line["found_in"]) == ("Sarah Peeters", found_in)


@pytest.mark.parametrize("word", ["knitting", "", "itboard"])
def test_nobody_is_found_for_other_words(call, keep, note, word):
    keep(SARAH)
    note()

    told = call("contact", "who", word)

    assert (told.code, told.out) == (0, "")
    assert "Nobody found" in told.err


def test_names_that_are_no_contact_are_counted(call, keep, note):
    keep(SARAH, talk(date="2026-11-05", options=[IDEA], actions=[]))

    listed = call("contact", "new", "--from-journal", "--json").json

    assert listed == [
        {"name": "Sarah Peeters", "ideas": 2, "actions": 0},
        {"name": "Tom", "ideas": 0, "actions": 1},
        {"name": "sarah", "ideas": 1, "actions": 0},
    ]
    note("--also", "sarah", "--also", "Tom")
    assert call("contact", "new", "--from-journal").out == ""


def test_a_removed_contact_leaves_ideas_and_actions_and_comes_back(call, keep, note, shown):
    keep(SARAH)
    note()
    before = shown()

    removed = call("contact", "remove", 1, "--yes")

    assert "1 idea stays, without the contact." in removed.err
    refused(call("contact", "show", 1), 3, "no contact 1")
    assert call("session", "show", 1, "--json").json["options"][0]["contact"] == "Sarah Peeters"
    assert call("undo").code == 0
    assert shown() == before


def test_somebody_who_wants_to_be_forgotten_is_in_no_idea_and_no_action(call, keep, note, shown):
    keep(SARAH)
    note("--also", "sarah", "--also", "Tom")
    before = shown()

    removed = call("contact", "remove", 1, "--names", "--yes")

    assert "The name goes out of the ideas and actions as well." in removed.err
    session = call("session", "show", 1, "--json").json
    assert [option.get("contact") for option in session["options"]] == [None, None]
    assert session["actions"][0].get("helper") is None
    assert call("contact", "new", "--from-journal").out == ""
    assert call("undo").code == 0
    assert shown() == before


UNNAMED = pytest.mark.parametrize("may", ["ask_first", "not_named"])


@UNNAMED
def test_a_name_that_may_not_be_given_is_on_no_page_for_others(call, keep, note, may):
    keep(SARAH)
    note("--may-be-named", may, "--also", "sarah", "--also", "Tom")

    for form in ((), ("--json",), ("--csv",)):
        for page in (("takehome", 1), ("prepare", "amina"), ("pop", "amina", "--for", "Koen")):
            told = call("report", *page, *form)
            assert told.code == 0
            assert not [name for name in ("Peeters", "sarah", "Tom") if name in told.out]
    assert "A whiteboard" in call("report", "takehome", 1).out


def test_a_name_of_no_contact_is_a_neutral_word_on_a_page_for_others(call, keep):
    alone = [{"text": name, "origin": "network"} for name in ("Bo De Smet", "Ask at the town hall")]
    keep(SARAH | {"options": [*SARAH["options"], *alone]})

    for form in ((), ("--json",), ("--csv",)):
        told = call("report", "takehome", 1, *form).out
        assert not [name for name in ("Peeters", "sarah", "Tom", "Smet") if name in told]
        assert told.count("somebody from your network") == 4
        assert "Ask at the town hall" in told
    french = call("report", "takehome", 1, env={"COACHLOG_LANG": "fr"}).out
    assert "quelqu'un de votre réseau" in french


def test_a_name_that_may_be_given_stands_beside_the_idea(call, keep, note):
    keep(SARAH)
    note("--may-be-named", "yes_named")

    assert "Sarah Peeters" in call("report", "takehome", 1).out
    assert "Sarah Peeters" in call("session", "show", 1, "--plain").out


def test_a_look_back_counts_solutions_from_inside_and_from_outside(call, keep, note, screen):
    outside = {"text": "A course", "origin": "network", "contact": "An", "chosen": True}
    keep(SARAH, talk(date="2026-11-05", options=[outside], actions=[{"what": "x", "helper": "An"}]))
    note("--also", "Tom")
    call("contact", "new", "--name", "An", "--where", "external")

    # Of one contact in one conversation, the idea and the help with it count once.
    assert call("review", "--json").json["solutions"] == {"inside": 1, "outside": 1}
    assert call("review", "amina", "--json").json["solutions"] == {"inside": 1, "outside": 1}
    assert call("review", "--since", "2026-11-04", "--json").json["solutions"]["inside"] == 0
    assert "Solutions from inside 1, from outside 1" in screen("review")


def test_whether_to_keep_a_contact_is_asked_after_two_years_without_use(call, keep, note, screen):
    keep(SARAH)
    note()

    soon = screen("today", COACHLOG_NOW="2028-11-01T09:00:00Z")
    later = screen("today", COACHLOG_NOW="2028-12-01T09:00:00Z")

    assert "Sarah" not in soon
    assert "keep Sarah Peeters?" in later
    call("contact", "edit", 1, "--in-touch", "today", env={"COACHLOG_NOW": "2028-12-01T09:00:00Z"})
    assert "Sarah" not in screen("today", COACHLOG_NOW="2028-12-01T09:00:00Z")


def test_today_tells_with_whom_the_coach_wanted_to_be_in_touch(call, keep, note, screen):
    keep(talk())
    note("--rhythm-days", "3w", "--in-touch", "2026-11-01")

    assert "Sarah" not in screen("today", COACHLOG_NOW="2026-11-22T09:00:00Z")
    assert "Sarah Peeters" in screen("today", COACHLOG_NOW="2026-11-23T09:00:00Z")
    lines = call("today", "--json", env={"COACHLOG_NOW": "2026-11-23T09:00:00Z"}).json
    assert [(line["kind"], line["number"], line["value"]) for line in lines] == [("contact", 1, 21)]


def test_a_contact_is_searched_and_said_in_words(call, note, screen):
    note("--expertise", "spreadsheets")

    assert "spreadsheets" in call("search", "spreadsheets").out
    assert "Binnen de organisatie" in screen("contact", "show", 1, language="nl")
    assert "Interne" in screen("contact", "list", language="fr")
    assert "contact 1 (Sarah Peeters)" in call("history").out
