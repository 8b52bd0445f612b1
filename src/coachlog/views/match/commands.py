"""`match`: what is wanted, what people are good at, and the goals between them."""

from coachlog.journal.coachee.lookup import find
from coachlog.journal.network_meeting.ideas import used_ideas
from coachlog.terminal.context import context
from coachlog.terminal.output import (
    AsCsv,
    AsJson,
    OutputFormat,
    WhoOrEverybody,
    show_json,
    show_list,
)
from coachlog.terminal.whole_page import show_whole
from coachlog.views.match import links as reading
from coachlog.views.match.page import page


def match(coachee: WhoOrEverybody = None, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Show objectives, talents and the goals that link them, and what has no link.

    coachlog match amina
    """
    run = context()
    with run.reader() as reader:
        person = find(reader, coachee) if coachee else None
        links = reading.read(reader, person)
        ideas = used_ideas(reader, person.handle if person else None)
    if as_csv:
        output = OutputFormat(as_json, as_csv)  # show_list refuses both formats at once
        show_list(run, output, reading.MatchLine._fields, reading.flat(links), (), "")
    elif as_json:
        show_json(
            reading.as_json(links) | {"private": {"used_ideas": [idea._asdict() for idea in ideas]}}
        )
    else:
        show_whole(run, page(links, ideas))
