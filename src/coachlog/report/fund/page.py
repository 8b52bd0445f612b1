"""The report to the fund, in words."""

from coachlog.base.days import day_text
from coachlog.base.languages import SPOKEN
from coachlog.base.texts import N_, _, language, ngettext
from coachlog.display.page import Line, Page, Section
from coachlog.journal.trajectory.fund import AREAS, THEME_NAMES, Fund
from coachlog.report.fund.counts import AREA, COMBINED, KIND, THEME, TOTAL, FundLine
from coachlog.report.fund.yearly import Report
from coachlog.schema.vocabulary import TRAJECTORY_KINDS

TOTALS = {
    "conversations": N_("Conversations"),
    "hours": N_("Hours"),
    "training_hours": N_("Training hours"),
    "people": N_("People"),
}
WITHHELD = "–"


def page(report: Report) -> Page:
    """Return the report as a page for people."""
    parts = {
        part: [line for line in report.lines if line.part == part]
        for part in (TOTAL, KIND, AREA, THEME, COMBINED)
    }
    with_people = [line for line in parts[COMBINED] if line.people]
    sections = [
        Section("", _scope_lines(report)),
        Section(_("Totals"), [_total_line(line) for line in parts[TOTAL]]),
        Section(_("Kinds"), [_count_line(line) for line in parts[KIND]]),
        Section(_("Action areas"), [_count_line(line) for line in parts[AREA]]),
        Section(_("Themes"), [_count_line(line) for line in parts[THEME]]),
        Section(_("Exactly these areas"), [_count_line(line) for line in with_people]),
        Section("", [Line("", note) for note in _notes(report)]),
    ]
    title = _("{fund}: report for {year}").format(
        fund=Fund(report.fund, (), {}, {}).called, year=report.year
    )
    return Page(title, [_state(report)], [section for section in sections if section.lines])


def _state(report: Report) -> str:
    if report.published_on is None:
        return _("draft, not published")
    return _("published {day}").format(day=day_text(report.published_on, language()))


def _scope_lines(report: Report) -> list[Line]:
    """Return the project or the organisation of the report, if it has one."""
    scope = {_("Project"): report.project, _("Organisation"): report.organisation}
    return [Line(label, name) for label, name in scope.items() if name]


def _total_line(line: FundLine) -> Line:
    label = _(TOTALS[line.id])
    if line.value is None:
        return Line(label, _format_counts(line))
    return Line(label, line.value.replace(".", SPOKEN[language()].decimal))


def _count_line(line: FundLine) -> Line:
    if line.part == KIND:
        return Line("", _(TRAJECTORY_KINDS[line.id]), _format_counts(line))
    if line.part == THEME:
        usual = _(THEME_NAMES[line.id]) if line.id in THEME_NAMES else line.id.replace("_", " ")
        return Line("", line.name or usual, _format_counts(line))
    areas = " + ".join(_(AREAS[area]) for area in line.id.split("+"))
    return Line("", areas, _format_counts(line))


def _format_counts(one: FundLine) -> str:
    """Return people and goals in words, such as "6 people, 8 goals"; a dash if withheld."""
    if one.people is None:
        return WITHHELD
    people = ngettext("{n} person", "{n} people", one.people).format(n=one.people)
    if one.goals is None:
        return people
    goals = ngettext("{n} goal", "{n} goals", one.goals).format(n=one.goals)
    return f"{people}, {goals}"


def _notes(report: Report) -> list[str]:
    """Return what a reader must know: which kinds count, and what is withheld."""
    kinds = ", ".join(_(TRAJECTORY_KINDS[kind]) for kind in report.counted)
    counted = _("Only trajectories of this kind are counted: {kinds}.").format(kinds=kinds)
    has_only_totals = len(report.lines) <= 2
    if has_only_totals:
        return [_("With fewer than five people, only conversations and hours are shown."), counted]
    withheld = _("– is withheld: with it, a group of one to four people could be worked out.")
    return [withheld, _("One person may count in several areas and themes."), counted]
