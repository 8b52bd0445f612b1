"""The pages of checklists: that of one newcomer, and how far all of them are."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from coachlog.base.days import day_text, show_day
from coachlog.base.texts import _, language, ngettext
from coachlog.display.page import Line, Page, Section, page_of
from coachlog.display.signs import DRAWN
from coachlog.journal.onboarding import kit
from coachlog.journal.onboarding.levels import OPEN, label_of
from coachlog.journal.onboarding.queries import ItemLine
from coachlog.journal.trajectory.queries import TrajectoryLine
from coachlog.schema.onboarding import LAST_DAYS, MOMENTS, TASKS, USUAL
from coachlog.terminal.context import hint


class Checklist(NamedTuple):
    """A newcomer by *name*, their trajectory, and its items: what is still to do first."""

    trajectory: TrajectoryLine
    name: str
    items: list[ItemLine]

    @property
    def open_items(self) -> list[ItemLine]:
        """Return what is still to do."""
        return [item for item in self.items if item.level is None]

    def last_day(self, moment: str) -> date:
        """Return the day on which a *moment* is over."""
        first_day = date.fromisoformat(self.trajectory.starts_on)
        return first_day + timedelta(days=LAST_DAYS[moment])


def page(checklist: Checklist, today: date) -> Page:
    """Return the checklist of one newcomer, with what each item stands at and whose task it is."""
    sections = [
        *_open_sections(checklist, today),
        Section(_("Done"), [_done(item) for item in checklist.items if item.level]),
        Section(_("Good to know"), list(_notes(checklist))),
    ]
    title = _("Checklist · {name}").format(name=checklist.name)
    return page_of(title, _facts(checklist), sections, _hints(checklist))


def overview(checklists: Sequence[Checklist]) -> Page:
    """Return how far each newcomer is, one line for each."""
    lines = [
        Line(checklist.name, _count(checklist), _first_day(checklist)) for checklist in checklists
    ]
    handle = checklists[0].trajectory.coachee
    hints = [
        (hint(f"onboarding list {handle}"), _("the checklist of one newcomer")),
        (hint("onboarding start"), _("start with another newcomer")),
    ]
    return Page(_("Newcomers"), (), [Section("", lines)], hints)


def _facts(checklist: Checklist) -> list[str]:
    signed_on = checklist.trajectory.charter_signed_on
    charter = (
        _("charter signed {day}").format(day=day_text(signed_on, language()))
        if signed_on
        else _("charter not signed yet")
    )
    return [_first_day(checklist), _count(checklist), charter]


def _first_day(checklist: Checklist) -> str:
    day = date.fromisoformat(checklist.trajectory.starts_on)
    return _("first working day {day}").format(day=show_day(day, language()))


def _count(checklist: Checklist) -> str:
    done, total = len(checklist.items) - len(checklist.open_items), len(checklist.items)
    return ngettext("{done} of {n} item", "{done} of {n} items", total).format(done=done, n=total)


def _open_sections(checklist: Checklist, today: date) -> Iterator[Section]:
    """Yield what is still to do, by moment; a moment that is over says so."""
    for moment, label in MOMENTS.items():
        lines = [_open(item) for item in checklist.open_items if item.moment == moment]
        is_over = checklist.last_day(moment) < today
        yield Section(_(label), lines, note=_("this moment has passed") if is_over else "")


def _open(item: ItemLine) -> Line:
    text = kit.item_text(item.item, item.text)
    return Line("", text, _(TASKS[item.task_of]), sign=DRAWN.dot, number=item.number)


def _done(item: ItemLine) -> Line:
    """Return an item with how far the newcomer is, and since when."""
    level = f"{label_of(item.level or OPEN)}, {day_text(item.ticked_on, language())}"
    text = kit.item_text(item.item, item.text)
    is_done = item.level != "not_applicable"
    sign, tone = (DRAWN.done, "good") if is_done else (DRAWN.dot, "quiet")
    return Line("", text, note=level, tone=tone, sign=sign, number=item.number)


def _notes(checklist: Checklist) -> Iterator[Line]:
    """Yield what to do with a task of the line, with the talk of three, and the legal note."""
    if any(item.task_of == "line" for item in checklist.open_items):
        yield Line(_(TASKS["line"]), kit.line_note())
    manager = checklist.trajectory.sponsor
    if manager:
        yield Line(_("Talk with three"), kit.before_three(manager))
    yield Line("", kit.legal_note())


def _hints(checklist: Checklist) -> list[tuple[str, str]]:
    handle = checklist.trajectory.coachee
    hints = []
    if checklist.open_items:
        first = checklist.open_items[0]
        level = label_of(USUAL[first.task_of])
        hints.append((hint(f"onboarding tick {handle} {first.number}"), level))
        hints.append((hint(f"onboarding tick {handle}"), _("go through what is still to do")))
    if not checklist.trajectory.charter_signed_on:
        hints.append((hint(f"report charter {handle}"), _("the charter, to sign")))
    return [*hints, (hint(f"report checklist {handle}"), _("the checklist, to print"))]
