"""The checklist of a newcomer as a page for the newcomer."""

from coachlog.base.days import day_text
from coachlog.base.texts import _, language
from coachlog.display.page import Line, Page, Section
from coachlog.display.signs import DRAWN
from coachlog.journal.onboarding import kit
from coachlog.journal.onboarding.levels import OPEN, label_of
from coachlog.journal.onboarding.queries import ItemLine
from coachlog.journal.trajectory.queries import TrajectoryLine
from coachlog.schema.onboarding import MOMENTS, TASKS


def page(name: str, trajectory: TrajectoryLine, items: list[ItemLine]) -> Page:
    """Return the checklist by moment, with who sees to each item and how far it is."""
    by_number = sorted(items, key=lambda item: item.number)
    sections = [
        Section(_(label), [_line(item) for item in by_number if item.moment == moment])
        for moment, label in MOMENTS.items()
    ]
    notes = Section(_("Good to know"), [Line("", kit.legal_note()), Line("", kit.duty_note())])
    first_day = day_text(trajectory.starts_on, language())
    return Page(
        _("My first months · {name}").format(name=name),
        [_("first working day {day}").format(day=first_day)],
        [section for section in (*sections, notes) if section.lines],
    )


def _line(item: ItemLine) -> Line:
    """Return an item; one that is noted has its level and day."""
    level = label_of(item.level or OPEN)
    status = f"{level}, {day_text(item.ticked_on, language())}" if item.level else level
    is_done = item.level not in (None, "not_applicable")
    return Line(
        "",
        kit.item_text(item.item, item.text),
        f"{_(TASKS[item.task_of])} · {status}",
        sign=DRAWN.done if is_done else DRAWN.dot,
    )
