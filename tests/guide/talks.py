"""Conversations as coaches type them: what is typed at each question of GROW."""

from collections.abc import Iterator

from coachlog.base.texts import translation
from coachlog.interview.method import Question
from coachlog.interview.method_files import BUILT_IN, read
from tests.guide.terminal import Terminal

METHODS = [read(BUILT_IN / f"{name}.toml") for name in ("grow", "common")]
QUESTIONS: dict[str, Question] = {
    question.id: question
    for method in METHODS
    for stage in method.stages
    for question in stage.questions
}

Talk = dict[str, tuple[str, ...]]

YES = {"nl": "ja", "fr": "oui", "en": "yes"}
LETTERS = {"nl": "pl", "fr": "ra", "en": "pl"}
"""Of what is parked, and of what was learned."""
SIGNS_OF_DONE = {"nl": "g", "fr": "f", "en": "d"}


def first_talk(language: str) -> Talk:
    """The first conversation in the normal form."""
    later, learned = tuple(LETTERS[language])
    return {
        "first_agreement.01": (YES[language],),
        "role_conflict.01": ("n",),
        "grow.topic.01": ("De vergadering leiden é 🙂",),
        "grow.goal.01": ("Rustig een vergadering leiden",),
        "grow.goal.03": ("Iedereen sprak",),
        "grow.goal.04": ("2027-03-01",),
        "grow.goal.05": ("Geen monoloog",),
        "grow.goal.06": ("Rust in het team",),
        "grow.goal.08": ("",),
        "grow.reality.01": ("Niemand zegt iets",),
        "grow.reality.02": ("3",),
        "grow.reality.03": ("Een agenda",),
        "grow.reality.04": ("Op maandag",),
        "grow.options.01": ("Agenda vooraf", "!Rondje doen", "@Koen: Samen voorbereiden", ""),
        "grow.options.08": ("1 3", "snel / saai", "leerrijk"),
        "grow.will.01": ("1", "2026-12-01", "Koen bellen", "", ""),
        "grow.will.03": ("8", "5"),
        "confidence.00": ("3",),
        "confidence.06": ("Eerst een mail",),
        "confidence.08": ("7",),
        "grow.will.04": ("Koen is ziek", "Dan vraag ik Lies", "Lies, om raad"),
        "grow.closing.01": ("Agenda en bellen",),
        "grow.closing.03": ("Niets", ""),
        "grow.closing.04": ("2026-12-15 14:00",),
        "closing.07": (
            f"{later}: Samenwerken met Koen",
            "Was moe",
            f"{learned}: Minder praten",
            "",
        ),
    }


FIRST_KEPT = {
    "number": 1,
    "coachee": "amina",
    "status": "held",
    "date": "2026-11-24T10:00",
    "time_zone": "Europe/Brussels",
    "method": "grow",
    "topic": "De vergadering leiden é 🙂",
    "reality": {
        "now": "Niemand zegt iets",
        "score": 3,
        "tried": "Een agenda",
        "exceptions": "Op maandag",
    },
    "goals": [
        {
            "ref": "goal-1",
            "statement": "Rustig een vergadering leiden",
            "why": "Rust in het team",
            "signs": "Iedereen sprak",
            "anti_goal": "Geen monoloog",
            "target_on": "2027-03-01",
            "baseline": 3,
        }
    ],
    "scores": [{"goal": "goal-1", "score": 3}],
    "options": [
        {
            "text": "Agenda vooraf",
            "origin": "coachee",
            "pros": "snel",
            "cons": "saai",
            "chosen": True,
        },
        {"text": "Rondje doen", "origin": "coach"},
        {
            "text": "Samen voorbereiden",
            "origin": "network",
            "contact": "Koen",
            "pros": "leerrijk",
            "chosen": True,
        },
    ],
    "summary": "Agenda en bellen",
    "parked": ["Samenwerken met Koen"],
    "private_note": "Was moe",
    "reflection": "Minder praten",
    "next_at": "2026-12-15T14:00",
}
"""What the journal keeps of `first_talk`, without actions and answers."""

FIRST_ACTIONS = [
    {
        "number": 1,
        "what": "Agenda vooraf",
        "due_on": "2026-12-01",
        "confidence": 8,
        "goal": "goal-1",
        "status": "open",
    },
    {
        "number": 2,
        "what": "Koen bellen",
        "confidence": 7,
        "confidence_before": 5,
        "goal": "goal-1",
        "if_then": {"obstacle": "Koen is ziek", "plan": "vraag ik Lies"},
        "helper": "Lies, om raad",
        "status": "open",
    },
]


NOTHING = {
    language: translation(language)
    .gettext("Nothing is passed on: agreed with {name}.")
    .format(name="Amina")
    for language in ("nl", "fr", "en")
}


def first_answers(language: str) -> dict[str, str]:
    """The answers that fill no field, by their question."""
    return {
        "first_agreement.01": YES[language],
        "confidence.00": (QUESTIONS["confidence.00"].choices or {})["guts"][language],
        "confidence.06": "Eerst een mail",
        "grow.closing.03": NOTHING[language],
    }


def later_talk(language: str) -> Talk:
    """The second conversation, which looks back at the first, in the normal form."""
    return {
        "grow.review.01": ("Meer rust", "Koen lacht", ""),
        "look_back.01": (
            SIGNS_OF_DONE[language] + "+",
            "Het liep vlotter",
            "open+",
            "Nog te druk",
            YES[language],
            "Ja, het hielp",
        ),
        "look_back.02": ("6",),
        "anti_goal_review.01": ("Neen",),
        "grow.topic.01": ("Verder bouwen",),
        "grow.reality.01": ("Het gaat",),
        "grow.options.01": ("Voorzitter wisselen", ""),
        "grow.will.01": ("Een beurtrol voorstellen", "2026-12-20", ""),
        "grow.will.03": ("9",),
        "grow.will.04": ("",),
        "grow.closing.01": ("Beurtrol",),
        "grow.closing.03": ("",),
        "grow.closing.04": ("",),
        "closing.07": ("",),
    }


def questions(talk: Talk, language: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Id, words and answers of each question."""
    for id_, answers in talk.items():
        yield id_, QUESTIONS[id_].ask(language), answers


def steps(talk: Talk, language: str = "en") -> list[tuple[str, ...]]:
    """Every answer of *talk*, each at its question, for a script."""
    return [(question, *answers) for _id, question, answers in questions(talk, language)]


def lead(window: Terminal, talk: Talk, language: str = "en") -> None:
    """Give every answer of *talk*, each at its question."""
    for _id, question, answers in questions(talk, language):
        window.asked(question, *answers)
