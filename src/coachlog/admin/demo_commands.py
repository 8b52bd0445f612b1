"""The made-up year of coaching on the command line."""

from coachlog.admin.demo import renew
from coachlog.base.texts import _
from coachlog.terminal.context import context
from coachlog.terminal.output import say_done
from coachlog.views.timeline.commands import show_timeline
from coachlog.views.timeline.read import timeline

DEMO_COACHEE = "amina"
DEMO_NEXT = (
    "today",
    "prep amina",
    "coachee list",
    "timeline lander",
    "session show 7",
    "goal show 2",
)


def demo() -> None:
    """Fill a temporary journal with a made-up year of coaching, and show it.

    coachlog demo
    """
    run = context()
    renew(run)
    with run.reader() as reader:
        amina = timeline(reader, run.today, DEMO_COACHEE)
    show_timeline(run, amina, run.today)
    say_done(_("What you can type next:"), *DEMO_NEXT)
