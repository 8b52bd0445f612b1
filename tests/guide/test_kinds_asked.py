"""Each kind of question, asked in a terminal and line by line, becomes the value that is kept."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from coachlog.base.errors import StoppedError
from coachlog.base.texts import speak
from coachlog.guide.draft import DraftHead, GuideDraft, state_of
from coachlog.guide.guide import Guide
from coachlog.interview.flow import Interview
from coachlog.interview.method import Method
from coachlog.interview.method_files import BUILT_IN, read
from coachlog.interview.situation import ActionFact, GoalFact, MatchFact, Situation
from coachlog.store.drafts import DraftKeeper
from coachlog.terminal.line_editor import TerminalPrompter
from coachlog.terminal.line_mode import PlainPrompter

COMMON = read(BUILT_IN / "common.toml")
GROW = read(BUILT_IN / "grow.toml")
LEFT = Situation(2)
GOALS = (GoalFact(4, "Lead the meeting", None, 3, 8), GoalFact(7, "Delegate", None, 5))
ACTIONS = (
    ActionFact(3, "Talk to Koen", "2026-11-20", "noise → leave"),
    ActionFact(5, "Read", None),
)
KNOWN = Situation(2, goals=GOALS, actions=ACTIONS)
MATCH = Situation(
    2,
    objectives=(MatchFact(2, "Shorter meetings"), MatchFact(5, "Fewer errors")),
    talents=(MatchFact(3, "Listens well"), MatchFact(4, "Sees patterns")),
)
NEW = {"goal": {"statement": "x"}}
LINKED = [2, 5]
OPTIONS = [
    {"text": text, "origin": "coachee"} for text in ("Agenda first", "Ask Koen", "Speak last")
]
TWO = [{"what": "Call", "due_on": None}, {"what": "Write", "due_on": None}]

CASES: dict[str, tuple[str, str, Situation, dict[str, Any], tuple[str, ...], Any]] = {
    "text": ("topic", "", LEFT, {}, (" The meeting ",), "The meeting"),
    "a text that begins with a colon": ("topic", "", LEFT, {}, ("::back",), ":back"),
    "an empty text": ("topic", "", LEFT, {}, ("",), None),
    "a skipped text": ("topic", "", LEFT, {}, (":skip",), None),
    "lines": ("better", "lines", LEFT, {}, ("one", "two", ""), ["one", "two"]),
    "no lines": ("better", "lines", LEFT, {}, ("",), None),
    "a scale": ("reality.score", "", LEFT, {}, ("7/10",), 7),
    "a scale after a figure that is too high": ("reality.score", "", LEFT, {}, ("11", "0"), 0),
    "yes": ("", "yes_no", LEFT, {}, ("ja",), True),
    "no": ("", "yes_no", LEFT, {}, ("perhaps", "non"), False),
    "a figure in words": ("reality.score", "", LEFT, {}, ("3 à 4", "Ongeveer vier."), 4),
    "a yes and a remark": ("", "yes_no", LEFT, {}, ("misschien", "Ja, met Koen"), "Ja, met Koen"),
    "a no in a sentence": ("roles.appraises", "", LEFT, {}, ("nee, nog niet",), False),
    "a date": ("goal.target_on", "", LEFT, {"goal": {"statement": "x"}}, ("1/3",), "2027-03-01"),
    "a date after one that is none": (
        "goal.target_on",
        "",
        LEFT,
        {"goal": {"statement": "x"}},
        ("some day", "2027-03-01"),
        "2027-03-01",
    ),
    "a moment": ("next_at", "", LEFT, {}, ("tomorrow 14:30",), "2026-11-25T14:30"),
    "a new goal": ("goal", "", KNOWN, {}, ("Speak up",), {"statement": "Speak up"}),
    "a known goal": ("goal", "", KNOWN, {}, ("9", "#7"), {"number": 7}),
    "options": (
        "options",
        "",
        LEFT,
        {},
        ("Agenda", "!Speak last", "@Lies: Ask her", "!!", ""),
        [
            {"text": "Agenda", "origin": "coachee"},
            {"text": "Speak last", "origin": "coach"},
            {"text": "Ask her", "origin": "network", "contact": "Lies"},
            {"text": "!", "origin": "coachee"},
        ],
    ),
    "few options": (
        "options",
        "",
        LEFT,
        {},
        ("Agenda", "Ask Koen", ""),
        [{"text": text, "origin": "coachee"} for text in ("Agenda", "Ask Koen")],
    ),
    "weighed options": (
        "options.chosen",
        "",
        LEFT,
        {"options": OPTIONS},
        ("4", "3, 1", "calm", "quick / dull"),
        [
            {"option": "Speak last", "pros": "calm", "cons": None},
            {"option": "Agenda first", "pros": "quick", "cons": "dull"},
        ],
    ),
    "nothing weighed": ("options.chosen", "", LEFT, {"options": OPTIONS}, ("",), None),
    "actions": (
        "actions",
        "",
        LEFT,
        {"options": OPTIONS},
        ("9", "2", "1/12", "Write", "", ""),
        [
            {"what": "Ask Koen", "option": "Ask Koen", "due_on": "2026-12-01"},
            {"what": "Write", "option": None, "due_on": None},
        ],
    ),
    "no actions": ("actions", "", LEFT, {}, ("",), None),
    "confidence for each action": (
        "actions.confidence",
        "",
        LEFT,
        {"actions": TWO},
        ("0", "8", "10"),
        [8, 10],
    ),
    "confidence for one of two actions": (
        "actions.confidence",
        "",
        LEFT,
        {"actions": TWO},
        ("- 10",),
        [None, 10],
    ),
    "if-then": (
        "actions.if_then",
        "",
        LEFT,
        {"actions": TWO},
        ("if noise", "then leave", ""),
        {"obstacle": "noise", "plan": "leave"},
    ),
    "an obstacle without a plan": (
        "actions.if_then",
        "",
        LEFT,
        {"actions": TWO},
        ("noise", "", ""),
        {"obstacle": "noise"},
    ),
    "no obstacle": ("actions.if_then", "", LEFT, {"actions": TWO}, ("",), None),
    "reviewed actions": (
        "reviews",
        "",
        KNOWN,
        {},
        ("done", "x"),
        [{"action": 3, "status": "done"}, {"action": 5, "status": "dropped"}],
    ),
    "a review with more of it": (
        "reviews",
        "",
        KNOWN,
        {},
        ("p+", "calm", "y", "it helped", ""),
        [
            {
                "action": 3,
                "status": "partly",
                "outcome": "calm",
                "obstacle_came": True,
                "plan_helped": "it helped",
            }
        ],
    ),
    "an obstacle that did not come": (
        "reviews",
        "",
        KNOWN,
        {},
        ("d+", "calm", "n", ""),
        [{"action": 3, "status": "done", "outcome": "calm", "obstacle_came": False}],
    ),
    "more of a review without a plan": (
        "reviews",
        "",
        KNOWN,
        {},
        ("?!", "5 n+", "no time"),
        [{"action": 5, "status": "open", "outcome": "no time"}],
    ),
    "no reviews": ("reviews", "", KNOWN, {}, ("",), None),
    "reviews by number": (
        "reviews",
        "",
        KNOWN,
        {},
        ("7 done", "5: dropped, 3 not yet"),
        [{"action": 3, "status": "open"}, {"action": 5, "status": "dropped"}],
    ),
    "reviews in a row": (
        *("reviews", "", KNOWN, {}, ("d p",)),
        [{"action": 3, "status": "done"}, {"action": 5, "status": "partly"}],
    ),
    "all reviews the same": (
        *("reviews", "", KNOWN, {}, ("all done",)),
        [{"action": 3, "status": "done"}, {"action": 5, "status": "done"}],
    ),
    "figures of all actions": (
        "actions.confidence",
        "",
        LEFT,
        {"actions": TWO},
        ("8, 10",),
        [8, 10],
    ),
    "a half is no row": ("actions.confidence", "", LEFT, {"actions": TWO}, ("6,5", "6 5"), [6, 5]),
    "figures of all goals": (
        *("scores", "", KNOWN, {}, ("5 v",)),
        [{"goal": 4, "score": 5}, {"goal": 7, "score": None, "status": "achieved"}],
    ),
    "actions with their days": (
        *("actions", "", LEFT, {"options": OPTIONS}),
        ("1 3, by friday", "2 1/12", "Call Lies on Friday", "Write (27/11)", "Wait", "", ""),
        [
            {"what": "Agenda first", "option": "Agenda first", "due_on": "2026-11-27"},
            {"what": "Speak last", "option": "Speak last", "due_on": "2026-11-27"},
            {"what": "Ask Koen", "option": "Ask Koen", "due_on": "2026-12-01"},
            {"what": "Call Lies on Friday", "option": None, "due_on": "2026-11-27"},
            {"what": "Write", "option": None, "due_on": "2026-11-27"},
            {"what": "Wait", "option": None, "due_on": None},
        ],
    ),
    "a plan on one line, and whose help": (
        *("actions.if_then", "", LEFT, {"actions": TWO}),
        ("Koen is away, then I write", "Lies"),
        {"obstacle": "Koen is away", "plan": "I write", "helper": "Lies"},
    ),
    "nobody helps": (
        *("actions.if_then", "", LEFT, {"actions": TWO}, ("noise -> leave", "nobody")),
        {"obstacle": "noise", "plan": "leave"},
    ),
    "lines at the end": (
        *("asides", "", LEFT, {}, ("tired", "p: summer", "Learned: wait", "x: y", "")),
        [
            {"field": "private_note", "text": "tired"},
            {"field": "parked", "text": "summer"},
            {"field": "reflection", "text": "wait"},
            {"field": "private_note", "text": "x: y"},
        ],
    ),
    "nothing at the end": ("asides", "", LEFT, {}, ("no", ""), None),
    "nothing to park": ("parked", "lines", LEFT, {}, ("Nothing.", ""), None),
    "no idea of an objective": ("goal.serves", "", LEFT, NEW, ("No idea",), None),
    "no idea when": ("next_at", "", LEFT, {}, ("don't know",), None),
    "no idea which objective": ("goal.objectives", "", MATCH, NEW, ("no idea",), None),
    "scored goals": (
        "scores",
        "",
        KNOWN,
        {},
        ("12", "- 6"),
        [{"goal": 7, "score": 6}],
    ),
    "a goal that is reached": (
        "scores",
        "",
        KNOWN,
        {},
        ("V", ""),
        [{"goal": 4, "score": None, "status": "achieved"}],
    ),
    "objectives by number": ("goal.objectives", "", MATCH, NEW, ("#5, 2 5",), [5, 2]),
    "an objective by name": ("goal.objectives", "", MATCH, NEW, ("1", "e", "ERRORS"), [5]),
    "no objective": ("goal.objectives", "", MATCH, NEW, ("",), None),
    "the objectives of before": (
        *("goal.objectives", "", MATCH),
        NEW | {"asked": LINKED},
        *(("",), LINKED),
    ),
    "no objective any more": (
        *("goal.objectives", "", MATCH),
        NEW | {"asked": LINKED},
        *((":skip",), None),
    ),
    "a talent": ("goal.talent_numbers", "", MATCH, NEW, ("2", "4"), [4]),
    "forms of communication": (
        *("communication", "", LEFT, {}),
        *(("12", "3 1", "")[:2], ["listen", "ask"]),
    ),
    "a form of communication by name": ("communication", "", LEFT, {}, ("showing",), ["show"]),
    "no forms of communication": ("communication", "", LEFT, {}, ("",), None),
    "no scores": ("scores", "", KNOWN, {}, ("",), None),
}

METHOD = """
id = "one"
version = 1
source = "test"
name.en = "One"
about.en = "One question"
[[stage]]
id = "only"
name.en = "Only"
"""
QUESTION = """
[[stage.question]]
id = "{id}"
form = "short"
kind = "{kind}"
{fills}
nl = "Vraag?"
fr = "Question ?"
en = "Question?"
"""
AGAIN = """
again = { nl = "Nog?", fr = "Encore ?", en = "And?" }"""
KIND_OF = {
    question.fills: question.kind
    for method in (GROW, COMMON)
    for stage in method.stages
    for question in stage.questions
    if question.fills
}


@pytest.fixture
def method(tmp_path) -> Callable[..., Method]:
    """A method with a question for each of *given*, and then the one that is asked."""

    def make(fills: str, kind: str, *given: str) -> Method:
        text = METHOD
        for field in (*given, fills):
            id_ = "asked" if field == fills else field
            filling = f'fills = "{field}"' if field else ""
            filling += AGAIN if field == "options" else ""
            text += QUESTION.format(id=id_, kind=kind or KIND_OF[field], fills=filling)
        path = tmp_path / "one.toml"
        path.write_text(text.replace("name.en", NAMES).replace("about.en", ABOUT))
        return read(path)

    return make


NAMES, ABOUT = "name.nl = 'x'\nname.fr = 'x'\nname.en", "about.nl = 'x'\nabout.fr = 'x'\nabout.en"


@pytest.fixture
def guide(tmp_path, monkeypatch):
    """A guide through *method* where *given* was answered, whatever asks."""
    monkeypatch.setenv("COACHLOG_NOW", "2026-11-24T09:00:00Z")
    monkeypatch.setenv("EDITOR", "false")
    speak("en")
    keepers = []

    def make(prompter, method, situation, given) -> Guide:
        plan = tuple(stage for stage in COMMON.stages if stage.id == "plan_review")
        interview = Interview(method, COMMON._replace(stages=plan), situation, "en")
        interview.answers |= given
        interview.current_id = "asked"
        head: DraftHead = {"date": "2026-11-24T10:00", "time_zone": "Europe/Brussels"}
        draft = GuideDraft(interview, "amina", head)
        keepers.append(DraftKeeper.start(tmp_path / "journal.sqlite", "one", state_of(draft)))
        return Guide(prompter, keepers[-1], draft)

    yield make
    for keeper in keepers:
        keeper.close()


def prepared(case, method, guide, prompter):
    fills, kind, situation, given, typed, expected = case
    others = given.keys() - {fills, "asked"}
    return guide(prompter, method(fills, kind, *others), situation, given), typed, expected


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_what_is_typed_in_a_terminal_is_the_value(case, method, guide):
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        led, typed, expected = prepared(case, method, guide, TerminalPrompter())
        keys.send_text("".join(f"{line}\r" for line in typed) + "\x04")

        led.lead()

    assert led.interview.answers["asked"] == expected


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_what_is_typed_line_by_line_is_the_value(case, method, guide, monkeypatch):
    led, typed, expected = prepared(case, method, guide, PlainPrompter())
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(line + "\n" for line in typed)))

    led.lead()

    assert led.interview.answers["asked"] == expected


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_the_end_of_input_ends_it_at_every_prompt(case, method, guide, monkeypatch):
    """A closed pipe must end the program, and never let it spin."""
    led, typed, _expected = prepared(case, method, guide, PlainPrompter())

    for given in range(len(typed)):
        monkeypatch.setattr(
            "sys.stdin", io.StringIO("".join(line + "\n" for line in typed[:given]))
        )
        led.interview.current_id = "asked"
        led.draft = led.draft._replace(partial_texts={}, partial_values={})
        with pytest.raises(StoppedError):
            led.lead()
