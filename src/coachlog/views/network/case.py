"""A case for peer consultation: what it shows, as JSON and as a page."""

from collections.abc import Mapping
from typing import NamedTuple

from coachlog.base.days import day_text
from coachlog.base.texts import _, language
from coachlog.display.page import Line, Page, Section, labelled_lines
from coachlog.display.signs import DRAWN
from coachlog.journal.common.marks import conversation_text
from coachlog.journal.common.reads import values_of
from coachlog.journal.common.show import page_command
from coachlog.journal.network_case.output import case_record, case_watch, warnings_about
from coachlog.journal.network_case.queries import CASES, AdviceLine, CaseLine, advice_on, case_title
from coachlog.journal.network_case.warning import CHECK, IF_YES, RECOGNISABLE, CaseWarning
from coachlog.schema.network_case import HEADINGS, NETWORK_CASE
from coachlog.store.connection import Reader
from coachlog.terminal.context import Context, context, hint


class CaseView(NamedTuple):
    """A case with the warnings about its words, and the advice on it."""

    case: CaseLine
    warnings: list[CaseWarning]
    advice: list[AdviceLine]


def read(reader: Reader, number: int) -> CaseView:
    """Read what the page of case *number* shows; raises NotFoundError."""
    case = CASES.one(reader, number)
    return CaseView(case, warnings_about(case_watch(context()), case), advice_on(reader, number))


def record(view: CaseView) -> Mapping[str, object]:
    """Return the JSON of *view*."""
    advice = [values_of(advice, "place", "text", "session") for advice in view.advice]
    return {**case_record(view.case, view.warnings), "advices": advice}


def page(view: CaseView, _context: Context) -> Page:
    """Return the page of one case: the text, then all that could give somebody away."""
    case = view.case
    texts = case._asdict()
    written = {_(NETWORK_CASE.field(name).label): texts[name] for name in HEADINGS}
    sections = [Section(_("What you wrote"), labelled_lines(written), "private")]
    found = [
        Line("", warning.sentence, tone="late", sign=DRAWN.overdue) for warning in view.warnings
    ]
    question = [Line("", _(CHECK)), *([Line("", _(IF_YES))] if case.guessable else [])]
    sections.append(
        Section(_("Before somebody else sees it"), [*found, Line("", _(RECOGNISABLE)), *question])
    )
    if view.advice:
        lines = [*(_advice(each) for each in view.advice), *_how_to_bring(view)]
        sections.append(Section(_("Advice"), lines, "private"))
    return Page(case_title(case), [day_text(case.written_on, language())], sections, _hints(view))


def _advice(advice: AdviceLine) -> Line:
    return Line(
        "",
        advice.text,
        note=conversation_text(advice.session),
        tone="good",
        sign="",
        number=advice.place,
    )


def _how_to_bring(view: CaseView) -> list[Line]:
    """Return how to bring in the advice that nobody brought in yet; [] where all was."""
    if all(advice.session for advice in view.advice):
        return []
    command = hint(f"network case bring {view.case.number} --session {_('NUMBER')}")
    text = _("Bring it into a conversation, as ideas: {command}")
    return [Line("", text.format(command=command))]


def _hints(view: CaseView) -> list[tuple[str, str]]:
    number = view.case.number
    return [
        (hint(f"network case edit {number}"), _("change it")),
        (hint(f"network intervision incident --case {number}"), _("talk it over, step by step")),
    ]


@page_command(NETWORK_CASE, read=read, as_json=record, as_page=page)
def show() -> None:
    """Show a case, with the words that could give somebody away, and the advice on it.

    coachlog network case show 1
    """
