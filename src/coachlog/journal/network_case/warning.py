"""Tells which words of a case could give somebody away."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from coachlog.base.folding import plain
from coachlog.base.texts import N_, _
from coachlog.base.tokens import Phrase, PhraseIndex, tokens
from coachlog.journal.network_case.days_named import days_named
from coachlog.journal.network_case.known_words import DATE, KnownWords

SENTENCES = {
    "name": N_("“{word}” is a name in your journal."),
    "handle": N_("“{word}” is a short name in your journal."),
    "team": N_("“{word}” is a team or department in your journal."),
    "employer": N_("“{word}” is an organisation in your journal."),
    "function": N_("“{word}” is somebody's job in your journal."),
    "date": N_("“{word}” is a day. “In spring” is enough."),
    "contact": N_("“{word}” is one of your contacts."),
}
"""What is said of a word, by its kind; the words are the same as in the domain data."""
RECOGNISABLE = N_(
    "Still recognisable? The only woman in the team is a name. So are a rare job, an accident that"
    " everybody remembers, or a language. coachlog finds names; it does not find this."
)
CHECK = N_("Could a colleague who knows the company guess who this is about?")
IF_YES = N_(
    "Then change more: another trade, another place, another age. The question stays the same."
)


class CaseWarning(NamedTuple):
    """A *word*, as it stands under a *heading*, that is of this *kind* in the journal."""

    heading: str
    word: str
    kind: str

    @property
    def sentence(self) -> str:
        """Return the warning as a sentence: what the word is in the journal."""
        return _(SENTENCES[self.kind]).format(word=self.word)


class CaseWatch:
    """Finds words of the journal in texts, in any case, with or without accents."""

    def __init__(self, known: Sequence[KnownWords]) -> None:
        self._kinds: dict[Phrase, str] = {}
        for each in known:
            if each.words:
                self._kinds.setdefault(each.words, each.kind)
        self._phrases = PhraseIndex(self._kinds)
        self._without_words = [each for each in known if not each.words]
        """Names of signs only."""

    def warnings(self, texts: Mapping[str, str | None]) -> list[CaseWarning]:
        """Return the warnings about *texts* by heading, each word once a heading."""
        found = (
            CaseWarning(heading, word, kind)
            for heading, text in texts.items()
            for word, kind in self._found(text or "")
        )
        unique: dict[tuple[str, str], CaseWarning] = {}
        for warning in found:
            unique.setdefault((warning.heading, plain(warning.word)), warning)
        return list(unique.values())

    def replace_words(self, text: str, replacement: str) -> str:
        """Return *text* with *replacement* for each name, team or other known word in it."""
        replaced, position = "", 0
        for start, end, _kind in self._places(text):
            if start >= position:  # otherwise it overlaps the word before, which was replaced
                replaced += text[position:start] + replacement
            position = end
        replaced += text[position:]
        for known in self._without_words:
            replaced = replaced.replace(known.text, replacement)
        return replaced

    def _found(self, text: str) -> Iterator[tuple[str, str]]:
        for start, end, kind in self._places(text):
            yield text[start:end], kind
        folded = plain(text)
        for known in self._without_words:
            if plain(known.text) in folded:
                yield known.text, known.kind
        for day in days_named(text):
            yield day, DATE

    def _places(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield where a word of the journal begins and ends, and its kind, in their order."""
        all_tokens = tokens(text)
        reported_end = 0  # a word within one that was reported needs no warning of its own
        for index, token in enumerate(all_tokens):
            phrase = self._phrases.longest_at(all_tokens, index)
            end = all_tokens[index + len(phrase) - 1].end if phrase else 0
            if end > reported_end:
                reported_end = end
                yield token.start, end, self._kinds[phrase]


def warning_records(warnings: Sequence[CaseWarning]) -> list[dict[str, str]]:
    """Return *warnings* for JSON."""
    return [{**warning._asdict(), "text": warning.sentence} for warning in warnings]
