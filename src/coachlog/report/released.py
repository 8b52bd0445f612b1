"""Pages for a manager or sponsor: they hold what was released, word for word, and nothing else.

The fields of the development plan follow hrwijs.be and lerenindesocialprofit.be, in own words.
"""

from typing import TYPE_CHECKING

from coachlog.dateshow import day_text
from coachlog.interview.method import spoken
from coachlog.interview.shelf import load
from coachlog.journal.coachee import queries as coachees
from coachlog.journal.session.queries import ReleaseLine, released_of
from coachlog.pages import Line, Page, Section
from coachlog.signs import DRAWN
from coachlog.texts import N_, _, language

if TYPE_CHECKING:
    from coachlog.store.connection import Reader

MOMENTS = {"start": N_("Start"), "halfway": N_("Halfway"), "end": N_("End")}
PLAN = (
    N_("Development goal"),
    N_("Why I want this"),
    N_("How I learn it"),
    N_("Expected result"),
    N_("Results along the way"),
    N_("Start"),
    N_("By when"),
    N_("What the employer provides"),
    N_("When we look at it together"),
)
BLANK = "…"


def plan(reader: "Reader", who: str) -> Page:
    """A personal development plan (POP) of *who*: what was released, and fields to fill in."""
    person = coachees.find(reader, who)
    fields = Section(_("The plan"), [Line(_(label), BLANK) for label in PLAN])
    parts = [_released(reader, person.handle), fields]
    title = _("Personal development plan · {name}").format(name=person.name)
    return Page(title, (), [part for part in parts if part.lines])


def three_way(reader: "Reader", who: str, moment: str) -> Page:
    """The agenda of a three-way talk at its *moment*: what was released, and what to talk about."""
    person = coachees.find(reader, who)
    method = load(f"three_way_{moment}")
    questions = [
        Section(
            spoken(stage.name, language()),
            [
                Line("", each.ask(language()), sign=DRAWN.dot)
                for each in stage.questions
                if each.form != "more" and each.layer != "private" and each.to != "coach"
            ],
        )
        for stage in method.stages
    ]
    parts = [_released(reader, person.handle), *questions]
    title = _("Three-way talk · {name}").format(name=person.name)
    return Page(title, [_(MOMENTS[moment])], [part for part in parts if part.lines])


def _released(reader: "Reader", handle: str) -> Section:
    """Each text that may go further, with the day on which the person agreed to it."""
    return Section(
        _("Released"),
        [_line(each) for each in released_of(reader, handle)],
        told=_("these exact texts, and nothing else"),
    )


def _line(each: ReleaseLine) -> Line:
    told = _("agreed with {who} on {day}").format(
        who=each.agreed_by, day=day_text(each.released_on, language())
    )
    return Line("", each.text, told, sign=DRAWN.dot)
