"""Tells what was made for a newcomer, and what to do next."""

from coachlog.base.texts import _, ngettext
from coachlog.journal.onboarding import kit
from coachlog.journal.onboarding.queries import of_trajectory
from coachlog.journal.session import queries as sessions
from coachlog.journal.session.moments import show_instant
from coachlog.journal.trajectory import queries as trajectories
from coachlog.terminal.context import Context, hint, say
from coachlog.terminal.output import say_done, show_json, show_rows

THREE_WAY = "three_way_end"
"""The method of the talk in which the manager takes part."""


def tell_started(run: Context, number: int, session_numbers: list[int], as_json: bool) -> None:
    """Print what was made: for a script its number and whose it is, or JSON."""
    with run.reader() as reader:
        trajectory = trajectories.line(reader, number)
        items = of_trajectory(reader, number)
        talks = [sessions.line(reader, each) for each in session_numbers]
    if as_json:
        record = trajectory._asdict()
        record["items"] = [item._asdict() for item in items]
        record["conversations"] = [talk.number for talk in talks]
        show_json(record)
        return
    if not (run.rich or run.aloud):
        show_rows([(number, trajectory.coachee)])
        return
    count = ngettext("{n} item on the checklist.", "{n} items on the checklist.", len(items))
    say(_("Trajectory {n} is started.").format(n=number) + " " + count.format(n=len(items)))
    for talk in talks:
        moment = show_instant(talk.starts_at, talk.time_zone)
        line = _("{n}  {text}: {level}").format(n=talk.number, text=talk.topic, level=moment)
        say(f"  {line}")
    if talks:
        say(_("To move a talk: {command}").format(command=hint(f"session move {talks[0].number}")))
    say("")
    if trajectory.sponsor and any(talk.method == THREE_WAY for talk in talks):
        say(kit.before_three(trajectory.sponsor))
    say(kit.legal_note())
    say("")
    handle = trajectory.coachee
    say_done(_("What next:"), f"report charter {handle}", f"onboarding list {handle}")
