"""Loading a method: what a coach wrote wrong is told with its place, and what is right is read."""

import re

import pytest

from coachlog.base.errors import NOT_FOUND, REFUSED
from coachlog.base.texts import LANGUAGES
from coachlog.interview.fills import FILLS, KINDS
from coachlog.interview.method_files import (
    BUILT_IN,
    MethodMistakeError,
    MethodUnknownError,
    load,
    names,
    read,
)
from coachlog.interview.names import stage_names

TOP = 'id = "own"\nversion = 2\nsource = "me"\nname = { en = "Own" }\nabout = { en = "Mine" }\n'
STAGE = '[[stage]]\nid = "goal"\nname = { en = "Goal" }\n'
QUESTION = '[[stage.question]]\nid = "own.1"\nkind = "text"\nen = "What?"\n'
GOOD = TOP + STAGE + QUESTION


@pytest.fixture
def own(tmp_path):
    """`own(text)` writes a method of the coach's own; the result is its folder."""

    def write(text, name="own"):
        data = text if isinstance(text, bytes) else text.encode()
        (tmp_path / f"{name}.toml").write_bytes(data)
        return tmp_path

    return write


def test_a_small_method(own):
    method = load("own", own(GOOD))

    assert (method.id, method.version, method.source) == ("own", 2, {"en": "me"})
    question = method.stages[0].questions[0]
    assert (question.stage, question.kind, question.form, question.core) == (
        "goal",
        "text",
        "more",
        False,
    )
    assert question.ask("nl") == "What?"
    assert method.stage("goal") is method.stages[0]
    assert method.stage("none") is None


def test_an_own_method_stands_in_front_of_a_built_in_one(own):
    named = own(GOOD.replace('id = "own"', 'id = "grow"'), "grow")

    assert load("grow", named).source == {"en": "me"}
    assert load("grow").source != {"en": "me"}


def test_the_methods_that_can_be_chosen(own):
    assert names() == sorted(p.stem for p in BUILT_IN.glob("*.toml") if p.stem != "common")
    assert names(own(GOOD)) == sorted({*names(), "own"})
    assert names(own(GOOD) / "missing") == names()


@pytest.mark.parametrize("name", ["nope", "", "common", "../common", "common/../grow", "*"])
def test_a_method_that_is_not_there(own, name):
    with pytest.raises(MethodUnknownError) as raised:
        load(name, own(GOOD))

    assert raised.value.code == NOT_FOUND
    assert "coachlog method list" in raised.value.remedy_text()


@pytest.mark.parametrize("name", ["GROW ", "Talent talk", "three-way-start", "own"])
def test_a_name_is_known_however_it_is_written(own, name):
    assert load(name, own(GOOD)).id in (*names(), "own")


@pytest.mark.parametrize(("name", "meant"), [("grwo", "grow"), ("oscar", "oskar"), ("ow", "own")])
def test_a_name_that_is_nearly_right_is_offered(own, name, meant):
    with pytest.raises(MethodUnknownError) as raised:
        load(name, own(GOOD))

    assert f"Did you mean {meant}?" in raised.value.remedy_text()


@pytest.mark.parametrize("path", sorted(BUILT_IN.glob("*.toml")), ids=lambda path: path.stem)
def test_what_is_built_in_speaks_all_languages(path):
    method = read(path)

    words = [method.name, method.about]
    for stage in method.stages:
        words += [stage.name, *(question.words for question in stage.questions)]
        words += [q.again for q in stage.questions if q.again]
        words += [said for q in stage.questions if q.choices for said in q.choices.values()]
    assert {tuple(sorted(each)) for each in words} == {tuple(sorted(LANGUAGES))}


def test_every_way_of_asking_can_be_written(own):
    """The two tables of what a question fills and how it is asked know each other."""
    for field, kinds in FILLS.items():
        assert set(kinds) <= set(KINDS)
        for kind in kinds:
            choices = 'choices.a = { en = "A" }\n' if kind == "choice" else ""
            asked = QUESTION.replace('"text"', f'"{kind}"') + f'fills = "{field}"\n' + choices
            assert load("own", own(TOP + STAGE + asked)).stages[0].questions[0].fills == field


def without(key, text=GOOD):
    return "\n".join(line for line in text.split("\n") if not line.startswith(f"{key} ="))


MISTAKES = [
    ("id = ", "TOML", "Invalid value"),
    (b"id = '\xff'", "UTF-8", "it is not text in UTF-8"),
    ("a = " + "[" * 5000, "TOML", "it is too deeply nested"),
    (
        GOOD.replace("version = 2", "version = 0"),
        "version",
        "a whole number of at least 1 is expected",
    ),
    (GOOD.replace("version = 2", "version = true"), "version", "a whole number"),
    (GOOD.replace("version = 2", "version = 'two'"), "version", "a whole number"),
    ("titel = 'x'\n" + GOOD, "the top", "the key titel is unknown"),
    ("sourc = 'x'\n" + GOOD, "the top", "the key sourc is unknown; did you mean source?"),
    (TOP, "the top", "at least one [[stage]] is expected"),
    (TOP + "stage = 5", "the top", "at least one [[stage]] is expected"),
    (TOP + "stage = [5]", "stage 1", "a table of keys is expected"),
    (TOP + STAGE, "stage goal", "at least one [[question]] is expected"),
    (TOP.replace('id = "own"', 'id = " "') + STAGE + QUESTION, "the top", "the key id is missing"),
    (TOP.replace('source = "me"', "source = 5") + STAGE + QUESTION, "the top", "the key source is"),
    (
        TOP.replace('{ en = "Own" }', '"Own"') + STAGE + QUESTION,
        "name",
        "the text is missing; give",
    ),
    (TOP.replace('{ en = "Mine" }', "{}") + STAGE + QUESTION, "about", "the text is missing; give"),
    (GOOD.replace('en = "Goal"', 'de = "Ziel"'), "stage goal", "the text in de is not as expected"),
    (GOOD.replace('en = "Goal"', 'en = ""'), "stage goal", "the text in en is not as expected"),
    (TOP + STAGE.replace('id = "goal"', "") + QUESTION, "stage 1", "the key id is missing"),
    (
        TOP + STAGE + 'place = "end"\n' + QUESTION,
        "stage goal",
        "place is one of opening, body, closing",
    ),
    (GOOD + STAGE + QUESTION.replace("own.1", "own.2"), "the stages", "goal is there twice"),
    (GOOD + QUESTION, "the questions", "own.1 is there twice"),
    (GOOD.replace('id = "own.1"', ""), "stage goal, question 1", "the key id is missing"),
    (GOOD + 'colour = "red"', "stage goal, question 1", "the key colour is unknown"),
    (
        GOOD + 'follow = "x"',
        "stage goal, question 1",
        "the key follow is unknown; did you mean follows?",
    ),
    (GOOD.replace('"text"', '"txt"'), "question own.1", "kind is one of text, lines, "),
    (without("kind"), "question own.1", "kind is one of"),
    (without("en"), "question own.1", "the text is missing"),
    (GOOD.replace('en = "What?"', "en = 5"), "question own.1", "the text in en is not as expected"),
    (GOOD + 'form = "tiny"', "question own.1", "form is one of short, long, more, not tiny"),
    (GOOD + 'fills = "reality"', "question own.1", "fills is one of better, topic, goal"),
    (GOOD + 'fills = ["topic"]', "question own.1", "fills is one of"),
    (GOOD + 'fills = "reality.score"', "question own.1", "the field reality.score is asked as"),
    (
        GOOD.replace('"text"', '"goal"'),
        "question own.1",
        "a question of the kind goal needs the key fills",
    ),
    (GOOD + "core = 1", "question own.1", "core is true or false"),
    (GOOD + "passing_on = 1", "question own.1", "passing_on is true or false"),
    (
        GOOD + "core = true\n" + QUESTION.replace("own.1", "own.2") + "core = true",
        "stage goal",
        "only one question may be core",
    ),
    (
        GOOD + 'follows = "own.9"',
        "question own.1",
        "it follows own.9, which does not come before it",
    ),
    (
        GOOD + 'follows = "own.1"',
        "question own.1",
        "it follows own.1, which does not come before it",
    ),
    (GOOD + "follows = ['x']", "question own.1", "the key follows is missing, empty or not text"),
    (GOOD + "probe = 5", "question own.1", "the key probe is missing, empty or not text"),
    (GOOD + 'to = "boss"', "question own.1", "to is one of coachee, coach, sponsor, both"),
    (GOOD + 'when = "never"', "question own.1", "when is one of first, later"),
    (GOOD + "when = ['first']", "question own.1", "when is one of first, later"),
    (GOOD + 'layer = "secret"', "question own.1", "layer is one of private, shared, not secret"),
    (GOOD + 'again = "x"', "question own.1", "the text is missing"),
    (GOOD + "who = true", "question own.1", "who belongs to a question of the kind actions"),
    (GOOD + "outcome = true", "question own.1", "outcome belongs to a question of the kind goal_s"),
    (
        "discreet = true\n" + GOOD + 'fills = "topic"',
        *("question own.1", "topic is shown elsewhere, and this method is discreet"),
    ),
    (GOOD + 'choices = "x"', "question own.1", "choices is a table, one text for each choice"),
    (GOOD + "choices = {}", "question own.1", "choices is a table"),
    (GOOD + 'choices = { a = "x" }', "question own.1", "the text is missing"),
]


@pytest.mark.parametrize(("text", "place", "problem"), MISTAKES, ids=range(len(MISTAKES)))
def test_a_mistake_is_told_with_the_file_and_its_place(own, text, place, problem):
    with pytest.raises(MethodMistakeError) as raised:
        load("own", own(text))

    error = raised.value
    told = error.cause_text()
    assert error.code == REFUSED
    assert re.match(
        rf"The method file own\.toml has a mistake in {re.escape(place)}(, on line \d+)?: "
        + re.escape(problem),
        told,
    )
    assert "\n" not in told
    assert "coachlog method check own" in error.remedy_text()


def test_a_method_that_cannot_be_read(own):
    folder = own(GOOD)

    with pytest.raises(MethodMistakeError) as raised:
        read(folder)

    assert "Is a directory" in raised.value.cause_text()


def test_the_stages_of_all_methods_are_known_whatever_one_of_them_holds(own):
    own("rubbish", "broken")
    stages = stage_names(own(GOOD.replace('id = "goal"', 'id = "mine"')))

    assert {"mine", "look_back", "scaling", "will"} <= set(stages)
