"""`coachlog me`: the coach to the coach."""

from coachlog.journal.growth.rating.competences import load
from coachlog.terminal.command_options import FileOptions, with_file
from coachlog.terminal.context import context
from coachlog.terminal.output import AsCsv, AsJson, OutputFormat, show_json, show_list
from coachlog.terminal.whole_page import requested_file, show_whole
from coachlog.views.me import page as pages
from coachlog.views.me.hours import hours
from coachlog.views.me.networks import networks
from coachlog.views.me.read import read


@with_file
def me(as_json: AsJson = False, as_csv: AsCsv = False, *, file: FileOptions) -> None:
    """Show your own page: with whom you talk, your own goals, what you learned and promised.

    coachlog me
    """
    run, output = context(), OutputFormat(as_json, as_csv)
    wished = requested_file(run, file, as_data=as_json or as_csv)
    with run.reader() as reader:
        about_me = read(reader, run.today)
        sections = (networks(run, reader), hours(run, reader))
    more = [section for section in sections if section]
    if as_csv:  # show_list refuses both formats at once
        show_list(run, output, pages.MeLine._fields, pages.flat(about_me), (), "")
    elif as_json:
        show_json(pages.record(about_me, more))
    else:
        competences = load() if about_me.ratings else None
        name = run.settings.name or ""
        show_whole(run, pages.page(about_me, competences, more, name, run.today), wished)
