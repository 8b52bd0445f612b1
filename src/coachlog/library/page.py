"""The page of a method, with its stages and all their questions, and its JSON."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from coachlog.base.texts import N_, _, language, spoken
from coachlog.display.page import Line, Page, Section
from coachlog.interview.method import Method, Question
from coachlog.interview.method_files import FoundMethod
from coachlog.library.lines import MethodLine
from coachlog.terminal.context import hint

SIGNS = {"short": "●", "long": "○", "more": "·"}
FORMS = {"short": N_("short form"), "long": N_("normal form"), "more": N_("on request")}
ADDRESSEES = {
    "coach": N_("to yourself"),
    "sponsor": N_("to the manager"),
    "both": N_("to both"),
    "coachee": N_("to the other person"),
}


def page(found: FoundMethod, method: Method) -> Page:
    """Return the page of *method*, in the language of this run."""
    words_in = partial(spoken, language=language())
    legend = " · ".join(f"{SIGNS[form]} {_(words)}" for form, words in FORMS.items())
    about = [
        Line("", words_in(method.about)),
        Line(_("Source"), words_in(method.source)),
    ]
    if method.with_three:
        about.append(Line(_("At the table"), _("three: nothing is shown that was not released")))
    if method.discreet:
        text = _("nothing of it stands on any page but that of the conversation")
        about.append(Line(_("Discreet"), text))
    if found.own:
        about.append(Line(_("File"), str(found.path)))
    stages = [
        Section(
            words_in(stage.name),
            [_line(question, method) for question in stage.questions],
        )
        for stage in method.stages
    ]
    next_step = (hint(f"session new --method {found.name}"), _("have a conversation with it"))
    return Page(
        words_in(method.name),
        (found.name, legend),
        [Section("", about), *stages],
        [next_step],
    )


def record(line: MethodLine, method: Method) -> Mapping[str, object]:
    """Return the JSON of a method: its line in the list, and its stages with their questions."""
    return {
        **line._asdict(),
        "version": method.version,
        "table": method.table,
        "discreet": method.discreet,
        "stage": [
            {
                "id": stage.id,
                "place": stage.place,
                "name": stage.name,
                "question": [_question(question) for question in stage.questions],
            }
            for stage in method.stages
        ],
    }


def _question(question: Question) -> dict[str, Any]:
    """Return the keys of a question as in its file, without those that are None."""
    data = {key: value for key, value in question._asdict().items() if value is not None}
    del data["stage"], data["words"]
    return {**data, **question.words}


def _line(question: Question, method: Method) -> Line:
    """Return the line of a question, with what is asked besides.

    It says whom the question is for unless that is obvious.
    """
    is_obvious = method.alone or (question.to == "coachee" and not method.with_three)
    notes = ["" if is_obvious else _(ADDRESSEES[question.to])]
    if question.who:
        notes.append(_("who does it"))
    if question.outcome:
        notes.append(_("how each goal ends"))
    note = ", ".join(filter(None, notes))
    return Line("", question.ask(language()), note, sign=SIGNS[question.form])
