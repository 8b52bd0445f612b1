"""Cases for peer consultation: written anew, and watched for what could give somebody away."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachlog.base.folding import plain
from coachlog.journal.network_case.known_words import KnownWords, known_words
from coachlog.journal.network_case.warning import CaseWatch
from tests.conftest import refused

PERSON = (
    *("coachee", "new", "--name", "Amína El Amrani", "--handle", "amelam"),
    *("--team", "Team Noord", "--role", "planner", "--organisation", "Acme NV"),
)


@pytest.fixture
def write(call):
    def writing(**headings):
        options = [word for name, text in headings.items() for word in (f"--{name}", text)]
        return call("network", "case", "new", *options, "--json")

    return writing


@pytest.fixture
def warned(call, write):
    """`warned(text)`: the words of a case that were pointed out, each with what it is."""
    call(*PERSON)

    def told(text):
        warnings = write(question="q", happened=text).json["warnings"]
        return {warning["word"]: warning["kind"] for warning in warnings}

    return told


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("AMINA said no", "AMINA", "name"),
        ("amìna said no", "amìna", "name"),
        ("Amina's chief", "Amina", "name"),
        ("Amina’s chief", "Amina", "name"),
        ("Aminas chef", "Aminas", "name"),
        ("Amina-Lynn said no", "Amina", "name"),
        ("non-amrani", "amrani", "name"),
        ("(Amrani)", "Amrani", "name"),
        ("#amina_1", "amina", "name"),
        ("Am\u00adina said no", "Am\u00adina", "name"),
        ("amelam said no", "amelam", "handle"),
        ("in team  noord", "team  noord", "team"),
        ("in Noord", "Noord", "team"),
        ("at ACME", "ACME", "employer"),
        ("the Planner", "Planner", "function"),
        ("on 3 mei", "3 mei", "date"),
        ("le 1er décembre 2025", "1er décembre 2025", "date"),
        ("on November 3rd", "November 3rd", "date"),
        ("on 2026-11-03", "2026-11-03", "date"),
        ("on 3/11", "3/11", "date"),
        ("op 03.11.2026.", "03.11.2026", "date"),
        ("le 9 juin. Puis", "9 juin", "date"),
    ],
)
def test_a_word_of_the_journal_is_pointed_out(warned, text, word, kind):
    assert warned(text)[word] == kind


@pytest.mark.parametrize(
    "text", ["the team", "an el", "planning", "3 of 4", "in May we", "nv", "1 op 10", "10/10"]
)
def test_what_tells_nothing_is_not_pointed_out(warned, text):
    assert {word for word, kind in warned(text).items() if kind != "date"} == set()


@pytest.mark.parametrize(("language", "text"), [("en", "I asked me"), ("nl", "ik"), ("fr", "moi")])
def test_the_coach_may_say_i(call, write, language, text):
    """The coach's own trajectory is no person of the journal."""
    call("--lang", language, "trajectory", "new", "me", "--kind", "own", "--purpose", "p")
    case = write(question="q", happened=text, did=text.capitalize()).json

    assert case["warnings"] == []


def test_a_former_handle_and_contacts_are_pointed_out(call, write):
    call("coachee", "new", "--name", "Bo Maes", "--handle", "bobo")
    call("coachee", "rename", "bobo", "maesje")
    call("contact", "new", "--name", "Sarah Peeters", "--where", "external")
    for helper in ("Joke, collègue", "un collègue", "mon responsable", "mijn leidinggevende"):
        call("action", "new", "--coachee", "maesje", "--what", "x", "--helper", helper)

    text = "bobo, Peeters or joke? Un collègue, mon responsable, mijn leidinggevende"
    warnings = write(question=text).json["warnings"]

    assert {(each["word"], each["kind"]) for each in warnings} == {
        ("bobo", "handle"),
        ("Peeters", "contact"),
        ("joke", "contact"),
    }


@pytest.mark.parametrize("language", ["en", "nl", "fr"])
def test_what_cannot_be_found_is_said_also_where_nothing_was_found(call, write, language):
    told = write(question="How do I say no?").json
    assert told["warnings"] == []
    assert told["recognisable"].startswith("Still recognisable?")

    shown = call("network", "case", "show", 1, "--plain", "--lang", language).out
    begin = {"en": "Still recognisable?", "nl": "Toch herkenbaar?", "fr": "Encore reconnaissable"}
    assert begin[language] in shown


NAMES = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=12).filter(
    lambda name: any(map(str.isalnum, name))
)
AROUND = st.sampled_from(
    ["{}", "{}'s", "{}’s", "{}-Lynn", "Lynn-{}", "({})", "“{}”.", "{},", "#{}"]
)
SPELLED = st.sampled_from([str, str.upper, str.lower, str.title, str.casefold, plain])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(NAMES, min_size=1, max_size=3), AROUND, SPELLED)
def test_no_name_of_the_journal_goes_unwarned(words, around, spelled):
    """Whatever the name, its spelling and what stands around it."""
    name = " ".join(words)
    watch = CaseWatch([*_known_names([name])])
    text = f"Toen zei {around.format(spelled(name))} dat het niet kon"

    assert watch.warnings({"happened": text})


@settings(max_examples=60)
@given(st.text("abcdefghijklmnoprstuéèçïáñüß", min_size=2, max_size=10), AROUND, SPELLED)
def test_each_part_of_a_name_is_a_name(part, around, spelled):
    watch = CaseWatch([*_known_names([f"Xenia {part} Qvist"])])
    alone = CaseWatch([*_known_names([part])]).warnings({"did": part})

    for word in ("Xenia", "Qvist"):
        assert watch.warnings({"did": around.format(spelled(word))})
    assert alone


def _known_names(names):
    """The known words of a journal with people of these names."""

    class Journal:
        def rows(self, line_type, _sql):
            return [line_type("name", name) for name in names]

    return known_words(Journal(), None)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NAMES.filter(lambda name: "\x00" not in name), AROUND)
def test_no_name_of_a_real_journal_goes_unwarned(call, program, name, around):
    program.begin_anew()
    made = call("coachee", "new", "--from", "-", stdin=json.dumps({"name": name}))
    if made.code:  # no name of a person
        return
    case = {"question": "q", "felt": around.format(name)}

    told = call("network", "case", "new", "--from", "-", "--json", stdin=json.dumps(case))

    assert told.json["warnings"], name


def test_a_case_is_private(call, write, keep):
    keep({"coachee": "Amina", "topic": "x"})
    write(question="QXJZ?", happened="QXJZ", did="QXJZ", felt="QXJZ", want="QXJZ")

    assert {hit["layer"] for hit in call("search", "QXJZ", "--json").json} == {"private"}
    for page in (("prepare", "amina"), ("takehome", 1), ("pop", "amina"), ("threeway", "amina")):
        assert "QXJZ" not in call("report", *page).out
    for page in (("timeline", "amina"), ("review", "amina"), ("prep", "amina"), ("today",)):
        assert "QXJZ" not in call(*page).out


def test_what_json_tells_is_taken_back(call, write):
    write(question="q", happened="h")
    told = call("network", "case", "show", 1, "--json")

    assert call("network", "case", "edit", 1, "--from", "-", stdin=told.out).code == 0
    assert call("network", "case", "show", 1, "--json").json == told.json


def test_a_case_needs_a_question(call):
    refused(call("network", "case", "new", "--felt", "angry"), 2, "--question")


@pytest.fixture
def advised(call, write, keep):
    """A conversation, and a case with two pieces of advice on it."""
    keep({"coachee": "Amina", "topic": "x", "options": [{"text": "Wait"}]})
    write(question="How do I say no?")
    advice = ("--advice", "Say what you can do", "--advice", "Ask for time")
    assert call("network", "intervision", "five_step", "--case", 1, *advice).code == 0


def test_advice_stays_private_until_it_is_brought_in(call, advised):
    assert [hit["layer"] for hit in call("search", "time", "--json").json] == ["private"]

    assert call("network", "case", "bring", 1, "--session", 1, "--advice", 2).code == 0

    options = call("session", "show", 1, "--json").json["options"]
    assert [(option["text"], option["origin"]) for option in options] == [
        ("Wait", "coachee"),
        ("Ask for time", "network"),
    ]
    assert [option.get("layer") for option in options] == [None, "private"]
    advices = call("network", "case", "show", 1, "--json").json["advices"]
    assert [advice["session"] for advice in advices] == [None, 1]


def test_advice_that_was_brought_in_is_on_no_page_for_others(call, advised):
    call("network", "case", "bring", 1, "--session", 1, "--advice", 1, "--advice", 2)

    for language in ("en", "nl", "fr"):
        page = call("--lang", language, "report", "takehome", 1)
        assert page.code == 0
        assert "Wait" in page.out
        assert "time" not in page.out.casefold().replace("time zone", "")
    assert "Ask for time" in call("session", "show", 1).out
    assert [row["text"] for row in call("export", "csv", "options").rows] == ["Wait"]
    assert len(call("export", "csv", "options_private").rows) == 2
    assert {hit["layer"] for hit in call("search", "time", "--json").json} == {"private"}


def test_a_private_option_stays_private_when_it_is_changed(call, advised):
    call("network", "case", "bring", 1, "--session", 1, "--advice", 2)

    assert call("session", "edit", 1, "--option", "2=Ask for more of it").code == 0
    options = call("session", "show", 1, "--json").json["options"]
    assert [(each["text"], each.get("layer")) for each in options] == [
        ("Wait", None),
        ("Ask for more of it", "private"),
    ]


def test_a_terminal_asks_into_which_conversation_it_is_brought(call, advised):
    told = call("network", "case", "bring", 1, "--plain", typed="9\n1\nn\ny\n")

    assert "In which conversation?" in told.err
    assert "There is no conversation 9" in told.err
    options = call("session", "show", 1, "--json").json["options"]
    assert [option["text"] for option in options] == ["Wait", "Ask for time"]


def test_advice_that_was_brought_in_can_be_taken_back(call, advised):
    call("network", "case", "bring", 1, "--session", 1, "--advice", 1)

    assert call("undo").code == 0

    assert len(call("session", "show", 1, "--json").json["options"]) == 1


@pytest.mark.parametrize(
    ("words", "code", "cause"),
    [
        (("--session", 1), 2, "--advice"),
        (("--advice", 1), 2, "--session"),
        (("--session", 1, "--advice", 7), 3, "Case 1 has no advice 7."),
        (("--session", 9, "--advice", 1), 3, "There is no conversation 9."),
    ],
)
def test_advice_that_cannot_be_brought_in_is_refused(call, advised, words, code, cause):
    refused(call("network", "case", "bring", 1, *words), code, cause)


def test_with_a_case_its_advice_goes_and_the_idea_stays(call, advised):
    call("network", "case", "bring", 1, "--session", 1, "--advice", 1)

    told = call("network", "case", "remove", 1, "--yes")

    assert "2 pieces of advice" in told.err
    assert len(call("session", "show", 1, "--json").json["options"]) == 2
    assert call("undo").code == 0
    assert call("network", "case", "show", 1, "--json").json["advice"] == 2


def test_a_case_is_asked_for_heading_by_heading(call):
    call("coachee", "new", "--name", "Amina")
    typed = "How do I tell Amina?\nHow do I tell her?\nA talk\nI waited\nSad\nIdeas\ny\nn\n"

    told = call("network", "case", "new", "--plain", typed=typed)

    assert "“Amina” is a name in your journal." in told.err
    assert told.err.index("Still recognisable?") < told.err.index("Could a colleague")
    assert "Then change more" in told.err
    case = call("network", "case", "show", 1, "--json").json
    assert case["question"] == "How do I tell her?"
    assert (case["did"], case["guessable"]) == ("I waited", 1)
    assert case["warnings"] == []


def test_a_case_can_be_changed_as_long_as_a_colleague_could_guess(call):
    typed = "How?\nA welder fell\n\n\n\ny\ny\n\nSomebody fell\n\n\n\nn\n"

    call("network", "case", "new", "--plain", typed=typed)

    case = call("network", "case", "show", 1, "--json").json
    assert (case["question"], case["happened"], case["guessable"]) == ("How?", "Somebody fell", 0)


def test_words_of_signs_only_are_found_too():
    watch = CaseWatch([KnownWords("name", (), "☃☃")])

    assert [each.word for each in watch.warnings({"did": "met ☃☃ gesproken"})] == ["☃☃"]
