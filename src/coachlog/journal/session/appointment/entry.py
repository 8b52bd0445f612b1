"""`session plan`: what lies ahead."""

from typing import Annotated, Any

import typer

from coachlog import kinds
from coachlog.errors import MissingAnswersError
from coachlog.journal.coachee.queries import matching
from coachlog.journal.session.appointment.telling import tell_planned
from coachlog.journal.session.fields import FORMS, MINUTES_MOST
from coachlog.journal.session.moments import ahead
from coachlog.terminal.collect import put_over
from coachlog.terminal.context import Context, context
from coachlog.terminal.inputs import Given, read_inputs
from coachlog.terminal.output import AsJson, Wish
from coachlog.texts import N_


def _option(flag: str, help_text: str, metavar: str = "TEXT") -> Any:
    return typer.Option(flag, help=help_text, metavar=metavar, show_default=False)


def plan(
    coachee: Annotated[
        str | None,
        typer.Argument(
            metavar="[COACHEE]", help=N_("Short name or full name; a new person is fine too.")
        ),
    ] = None,
    when: Annotated[
        list[str] | None,
        typer.Argument(metavar="[MOMENT]...", help=N_("When: next Tuesday 14:00, 1/12 9:30.")),
    ] = None,
    topic: Annotated[str | None, _option("--topic", N_("What it will be about."))] = None,
    minutes: Annotated[str | None, _option("--minutes", N_("How long it will take."), "N")] = None,
    form: Annotated[
        str | None, _option("--form", N_("in_person, video, phone, walk or written."))
    ] = None,
    time_zone: Annotated[
        str | None, _option("--time-zone", N_("Time zone of the conversation."))
    ] = None,
    source: Annotated[
        str | None, _option("--from", N_("JSON or JSON Lines from a file; - reads a pipe."), "FILE")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Plan a conversation: with whom, and when.

    coachlog session plan amina friday 14:00 --topic "Leading meetings"
    """
    run = context()
    said = {
        "coachee": kinds.line(coachee),
        "date": kinds.line(" ".join(when or ())),
        "topic": kinds.text(topic),
        "minutes": kinds.scale(minutes, 1, MINUTES_MOST),
        "form": kinds.choice(form, FORMS),
        "time_zone": kinds.line(time_zone),
    }
    given = {key: value for key, value in said.items() if value}
    if source:
        found = [put_over(each, given) for each in read_inputs(source)]
    else:
        found = [Given(_whole(run, given))]
    found = [_planned(each) for each in found]
    from coachlog.journal.session.scripted import keep_all, show_kept

    for each, (number, person) in zip(found, keep_all(run, found, ahead=True), strict=True):
        several = each.line is not None
        answered = show_kept(run, number, person.handle, several, Wish(json=as_json))
        if not (as_json or several):
            tell_planned(run, number, *(() if answered else ("session list --ahead",)))


def _whole(run: Context, given: dict[str, Any]) -> dict[str, Any]:
    """*given* with what is missing asked for, and the moment resolved."""
    missing = [name for name in ("coachee", "date") if name not in given]
    if missing and not run.interactive:
        told = {"coachee": "COACHEE", "date": "MOMENT"}
        raise MissingAnswersError([told[name] for name in missing])
    zone = given.get("time_zone") or run.zone
    if "date" in given:
        given["date"] = ahead(given["date"], run.now, zone).isoformat()
    if run.interactive and (missing or not _is_known(run, given["coachee"])):
        from coachlog.journal.session.appointment.asking import ask_what_is_missing

        return ask_what_is_missing(run, given, zone)
    return given


def _is_known(run: Context, who: str) -> bool:
    with run.reader() as reader:
        return len(matching(reader, who)) == 1


def _planned(given: Given) -> Given:
    """*given* as something planned, where it does not say that it is something else."""
    value = given.value
    return given._replace(value={"status": "planned"} | value) if isinstance(value, dict) else given
