"""The page of `doctor` for people: what is wrong first, then in one line what is fine."""

from collections.abc import Iterable, Iterator, Sequence

from coachlog.admin.doctor.checks import LABELS
from coachlog.admin.doctor.finding import ERROR, NOT_CHECKED, NOTICE, OK, WARNING, Finding
from coachlog.base.texts import N_, _, count_text
from coachlog.display.page import Line, Page, Section

_TITLES = {
    ERROR: N_("Wrong"),
    WARNING: N_("Better put right"),
    NOTICE: N_("Good to know"),
}


def page(store: str, findings: Sequence[Finding]) -> Page:
    """Return the page of all findings about the journal at *store*."""
    return Page(_("How the journal is"), (store, _result(findings)), list(_sections(findings)))


def _result(findings: Iterable[Finding]) -> str:
    """Return in a few words whether something has to be done."""
    count = sum(finding.level in (ERROR, WARNING) and not finding.fixed for finding in findings)
    if not count:
        return _("nothing has to be done")
    return count_text("{n} thing to put right", "{n} things to put right", count)


def _sections(findings: Sequence[Finding]) -> Iterator[Section]:
    """Yield what was put right, what is wrong by level, then what was not checked or is fine."""
    if fixed := [finding for finding in findings if finding.fixed]:
        yield Section(_("Put right"), [_line(finding) for finding in fixed])
    unchecked = [finding for finding in findings if finding.message == _(NOT_CHECKED)]
    remaining = [finding for finding in findings if not finding.fixed and finding not in unchecked]
    for level, title in _TITLES.items():
        of_level = [finding for finding in remaining if finding.level == level]
        if of_level:
            yield Section(_(title), [_line(finding) for finding in of_level])
    checks_with_trouble = {finding.check for finding in findings if finding.level != OK}
    lines = []
    if unchecked:
        text = _("Not checked, as the journal does not allow it now: {names}.")
        lines.append(text.format(names=_names(unchecked)))
    if sound := [finding for finding in findings if finding.check not in checks_with_trouble]:
        text = (
            _("All else is fine: {names}.") if checks_with_trouble else _("All is fine: {names}.")
        )
        lines.append(text.format(names=_names(sound)))
    yield Section("", [Line("", line) for line in lines])


def _names(findings: Iterable[Finding]) -> str:
    return ", ".join(_(LABELS[finding.check]) for finding in findings)


def _line(finding: Finding) -> Line:
    """Return the line of a finding: its label, the sentence, and the remedy below it."""
    text = "\n".join(filter(None, (finding.message, finding.remedy)))
    return Line(_(LABELS[finding.check]).capitalize(), text)
