"""Makes the watch over the words of a case, from the journal of this run."""

from coachlog.journal.network_case.known_words import known_words
from coachlog.journal.network_case.warning import CaseWatch
from coachlog.terminal.context import Context


def watch(run: Context) -> CaseWatch:
    """Return the watch for the names, teams, days and contacts that the journal has now."""
    with run.reader() as reader:
        return CaseWatch(known_words(reader, run.settings.name))
