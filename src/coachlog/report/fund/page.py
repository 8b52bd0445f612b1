"""The report to the fund, in words."""

from coachlog.base.days import day_text
from coachlog.base.languages import SPOKEN
from coachlog.base.texts import N_, _, count_text, language
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
    # There are many combinations of areas: those of nobody, or withheld, are left out.
    combinations = [line for line in parts[COMBINED] if line.people]
    sections = [
        Section("", _scope_lines(report)),
        Section(_("Totals"), [_total_line(line) for line in parts[TOTAL]]),
        Section(_("Kinds"), [_count_line(line) for line in parts[KIND]]),
        Section(_("Action areas"), [_count_line(line) for line in parts[AREA]]),
        Section(_("Themes"), [_count_line(line) for line in parts[THEME]]),
        Section(_("Exactly these areas"), [_count_line(line) for line in combinations]),
        Section("", [Line("", note) for note in _notes(report)]),
    ]
    # A fund without a name is called by a usual one.
    fund_name = Fund(report.fund, (), {}, {}).called
    title = _("{fund}: report for {year}").format(fund=fund_name, year=report.year)
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
    if line.value is None:  # then it counts people and goals
        return Line(label, _format_counts(line))
    return Line(label, line.value.replace(".", SPOKEN[language()].decimal))


def _count_line(line: FundLine) -> Line:
    """Return the name of a kind, a theme or a combination of areas, with its people and goals."""
    if line.part == KIND:
        name = _(TRAJECTORY_KINDS[line.id])
    elif line.part == THEME:
        name = line.name or _usual_theme_name(line.id)
    else:
        name = " + ".join(_(AREAS[area]) for area in line.id.split("+"))
    return Line("", name, _format_counts(line))


def _usual_theme_name(theme: str) -> str:
    return _(THEME_NAMES[theme]) if theme in THEME_NAMES else theme.replace("_", " ")


def _format_counts(line: FundLine) -> str:
    """Return people and goals in words, such as "6 people, 8 goals"; a dash if withheld."""
    if line.people is None:
        return WITHHELD
    people = count_text("{n} person", "{n} people", line.people)
    if line.goals is None:
        return people
    goals = count_text("{n} goal", "{n} goals", line.goals)
    return f"{people}, {goals}"


def _notes(report: Report) -> list[str]:
    """Return what a reader must know: which kinds count, and what is withheld."""
    kinds = ", ".join(_(TRAJECTORY_KINDS[kind]) for kind in report.counted)
    kinds_note = _("Only trajectories of this kind are counted: {kinds}.").format(kinds=kinds)
    has_only_totals = len(report.lines) <= 2  # conversations and hours
    if has_only_totals:
        few_note = _("With fewer than five people, only conversations and hours are shown.")
        return [few_note, kinds_note]
    withheld_note = _("– is withheld: with it, a group of one to four people could be worked out.")
    return [withheld_note, _("One person may count in several areas and themes."), kinds_note]
