"""A method as a page to read or print: its stages and all their questions."""

from collections.abc import Mapping
from typing import Any

from coachlog.base.texts import N_, _, language
from coachlog.display.page import Line, Page, Section
from coachlog.interview.method import Method, Question, spoken
from coachlog.interview.shelf import FoundMethod
from coachlog.library.lines import MethodLine
from coachlog.terminal.context import hint

SIGNS = {"short": "●", "long": "○", "more": "·"}
FORMS = {"short": N_("short form"), "long": N_("normal form"), "more": N_("on request")}
ADDRESSEES = {
    "coach": N_("to the coach"),
    "sponsor": N_("to the manager"),
    "both": N_("to both"),
    "coachee": N_("to the person coached"),
}


def page(found: FoundMethod, method: Method) -> Page:
    """The page of *method*, in the language of this run."""
    said = language()
    legend = " · ".join(f"{SIGNS[form]} {_(words)}" for form, words in FORMS.items())
    about = [Line("", spoken(method.about, said)), Line(_("Source"), spoken(method.source, said))]
    if method.with_three:
        about.append(Line(_("At the table"), _("three: nothing is shown that was not released")))
    if found.own:
        about.append(Line(_("File"), str(found.path)))
    stages = [
        Section(spoken(stage.name, said), [_line(each, method) for each in stage.questions])
        for stage in method.stages
    ]
    leading = (hint(f"session new --method {found.name}"), _("have a conversation with it"))
    return Page(
        spoken(method.name, said), (found.name, legend), [Section("", about), *stages], [leading]
    )


def record(line: MethodLine, method: Method) -> Mapping[str, object]:
    """All of it by the keys of its JSON: the line of the list, and its questions."""
    return {
        **line._asdict(),
        "version": method.version,
        "table": method.table,
        "stage": [
            {
                "id": stage.id,
                "place": stage.place,
                "name": stage.name,
                "question": [_question(each) for each in stage.questions],
            }
            for stage in method.stages
        ],
    }


def _question(question: Question) -> dict[str, Any]:
    data = {key: value for key, value in question._asdict().items() if value is not None}
    del data["stage"], data["words"]
    return data | question.words


def _line(question: Question, method: Method) -> Line:
    addressed = question.to != "coachee" or method.with_three
    told = _(ADDRESSEES[question.to]) if addressed and not method.alone else ""
    return Line("", question.ask(language()), told, sign=SIGNS[question.form])
