"""What was reached for a credential, on the coach's own page; silent where none is set."""

from coachlog.base.texts import _
from coachlog.display.page import Section
from coachlog.store.connection import Reader
from coachlog.terminal.context import Context
from coachlog.views.hours.page import so_far, unit_lines
from coachlog.views.hours.read import practice
from coachlog.views.me.read import MoreAboutMe


def hours(run: Context, reader: Reader) -> MoreAboutMe | None:
    """Return what was reached of each figure of the credential in the settings; None without."""
    if not run.settings.credential:
        return None
    view = practice(reader, run.settings, run.today)
    lines = [*so_far(view), *unit_lines(view.units)]
    data = [{"figure": line.label or line.text, "text": line.text} for line in lines]
    return MoreAboutMe("hours", data, Section(_("Practice hours"), lines))
