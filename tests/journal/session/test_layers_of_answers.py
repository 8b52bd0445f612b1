"""An answer has the layer of its question, whoever gives it and in whatever way."""

import json

import pytest

from coachlog.interview.method_files import BUILT_IN, load, names, read

COMMON = read(BUILT_IN / "common.toml")
OWN = """
id = "mine"
version = 1
source = "me"
name = { en = "Mine" }
about = { en = "Mine." }
[[stage]]
id = "look"
name = { en = "Look" }
[[stage.question]]
id = "mine.look.01"
kind = "text"
core = true
layer = "private"
en = "What did I feel?"
[[stage.question]]
id = "mine.look.02"
kind = "text"
en = "What did we say?"
"""


def kept_layers(call, number=1):
    """The answers of a conversation by question: whether each is private."""
    told = call("session", "show", number, "--json").json.get("answers", [])
    return {each["question"]: each.get("layer", "shared") for each in told}


@pytest.fixture
def keep(call):
    """Keep conversations anew in each test: what a method file says is no part of the input."""

    def keeping(*talks):
        lines = "\n".join(json.dumps(each) for each in talks)
        kept = call("session", "new", "--from", "-", stdin=lines)
        assert kept.code == 0, kept.err

    return keeping


def layers(name):
    """What each question of a method, and of those that all share, makes of its answer.

    A reflection is the coach's as a whole, and all that is said in a discreet talk is private,
    also to what every method asks; else what fills a private field is private.
    """
    method = load(name)
    own = {each.id: "private" if method.alone else each.layer for each in method.questions}
    layers_of_all = own | {each.id: each.layer for each in COMMON.questions}
    return dict.fromkeys(layers_of_all, "private") if method.discreet else layers_of_all


def answers_to(questions, **more):
    return [
        {"stage": each.stage, "question": each.id, "text": f"said of {each.id}"} | more
        for each in questions
    ]


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("given", [{}, {"layer": "shared"}], ids=["none", "shared"])
def test_every_question_of_every_method_gives_its_layer(name, given, call, keep):
    """A script that says nothing, or something less private, makes nothing public."""
    questions = [*load(name).questions, *COMMON.questions]
    keep({"coachee": "Mia", "method": name, "answers": answers_to(questions, **given)})

    assert kept_layers(call) == layers(name)
    taken_home = call("report", "takehome", 1).out
    private = [id_ for id_, layer in layers(name).items() if layer == "private"]
    assert [id_ for id_ in private if f"said of {id_}" in taken_home] == []


def test_an_answer_may_be_more_private_than_its_question(call, keep):
    questions = load("grow").questions[:3]
    keep({"coachee": "Mia", "method": "grow", "answers": answers_to(questions, layer="private")})

    assert set(kept_layers(call).values()) == {"private"}


@pytest.mark.parametrize("method", [None, "grow", "gone"])
def test_a_private_question_is_known_whatever_method_is_named(method, call, keep):
    questions = load("kolb").questions
    keep({"coachee": "Mia", "method": method, "answers": answers_to(questions)})

    assert set(kept_layers(call).values()) == {"private"}


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_a_private_question_is_known_by_its_words(language, call, keep):
    asked = load("four_i").questions[0].ask(language)
    keep(
        {"coachee": "A", "answers": [{"stage": "s", "question": "q", "asked": asked, "text": "t"}]},
        {"coachee": "B", "answers": [{"stage": "s", "question": asked.upper(), "text": "t"}]},
    )

    assert [*kept_layers(call, 1).values(), *kept_layers(call, 2).values()] == ["private"] * 2


def test_an_unknown_question_in_a_stage_that_is_private_is_private(call, keep):
    said = {"stage": "issues", "question": "four_i.issues.99", "text": "t"}
    keep({"coachee": "A", "method": "four_i", "answers": [said]})

    assert kept_layers(call) == {"four_i.issues.99": "private"}


def test_a_question_that_nobody_knows_is_shared(call, keep):
    keep({"coachee": "A", "answers": [{"stage": "s", "question": "q", "text": "t"}]})

    assert kept_layers(call) == {"q": "shared"}


@pytest.fixture
def own_method(program):
    """Write the coach's own method, `own_method(text)`."""
    folder = program.config.parent / "methods"
    folder.mkdir()

    def write(text):
        (folder / "mine.toml").write_text(text)

    return write


MINE = [
    {"stage": "look", "question": f"mine.look.0{n}", "text": f"said of mine.look.0{n}"}
    for n in (1, 2)
]


@pytest.mark.parametrize("method", ["mine", None])
def test_an_own_method_gives_its_layers(method, own_method, call, keep):
    own_method(OWN)
    keep({"coachee": "A", "method": method, "answers": MINE})

    assert kept_layers(call) == {"mine.look.01": "private", "mine.look.02": "shared"}


def test_of_a_method_that_cannot_be_read_every_answer_is_private(own_method, call, keep):
    """Nobody can tell then what was private."""
    own_method(OWN.replace('kind = "text"', 'kind = "txt"'))
    keep({"coachee": "A", "method": "mine", "answers": MINE})

    assert set(kept_layers(call).values()) == {"private"}


def test_a_method_that_changed_gives_the_layers_of_now(own_method, call, keep):
    own_method(OWN)
    keep({"coachee": "A", "method": "mine", "answers": MINE})
    own_method(OWN.replace('layer = "private"\n', ""))
    keep({"coachee": "A", "method": "mine", "answers": MINE})

    assert set(kept_layers(call, 2).values()) == {"shared"}


def test_a_planned_conversation_and_its_answers_too(call):
    said = {"stage": "issues", "question": "four_i.issues.01", "text": "t"}
    talk = {"coachee": "A", "date": "2026-12-24T10:00", "status": "planned", "answers": [said]}
    assert call("session", "plan", "--from", "-", stdin=json.dumps(talk)).code == 0

    assert kept_layers(call) == {"four_i.issues.01": "private"}
