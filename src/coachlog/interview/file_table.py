"""One table of a method file, read key by key; what is wrong with a key is noted."""

from difflib import get_close_matches

from coachlog.base.texts import LANGUAGES, _
from coachlog.interview.method import Words
from coachlog.interview.mistakes import FilePosition, Notes

EXAMPLE = '{ nl = "…", fr = "…", en = "…" }'
"""How a text in three languages is written."""


class FileTable:
    """One table of the file. What is wrong with a key is noted, and something harmless given."""

    def __init__(self, data: object, spot: FilePosition, place: str, notes: Notes) -> None:
        self.data: dict[str, object] = data if isinstance(data, dict) else {}
        self.is_table = isinstance(data, dict)
        self.spot, self.place, self.notes = spot, place, notes

    def wrong(self, key: str, problem: str, remedy: str = "") -> None:
        """Note that *key* is not as it should be."""
        self.notes.add(self.spot, key, self.place, problem, remedy)

    def known(self, keys: set[str]) -> bool:
        """Whether this is a table; each key that is none of *keys* is noted."""
        if not self.is_table:
            self.wrong("", _("a table of keys is expected"))
        for key in self.data:
            if key in keys:
                continue
            close = get_close_matches(key, keys, 1)
            problem = (
                _("the key {key} is unknown; did you mean {close}?")
                if close
                else _("the key {key} is unknown")
            ).format(key=key, close=close[0] if close else "")
            self.wrong(
                key, problem, _("Possible keys: {keys}").format(keys=", ".join(sorted(keys)))
            )
        return self.is_table

    def text(self, key: str) -> str:
        """The text of *key*, which has to be there."""
        value = self.data.get(key)
        if isinstance(value, str) and value.strip():
            return value
        problem = _("the key {key} is missing, empty or not text").format(key=key)
        self.wrong(key, problem, _("Add a line: {line}").format(line=f'{key} = "…"'))
        return ""

    def text_or_none(self, key: str) -> str | None:
        """The text of *key*, where it is there."""
        return (self.text(key) or None) if key in self.data else None

    def one_of(self, key: str, choices: tuple[str, ...], default: str | None = None) -> str:
        """One word out of *choices*; *default* where the key is left out."""
        value = self.data.get(key, default)
        if isinstance(value, str) and (value in choices or (value == default and value == "")):
            return value
        problem = _("{key} is one of {choices}, not {value}")
        told = problem.format(key=key, choices=", ".join(choices), value=value)
        close = get_close_matches(str(value), choices, 1)
        meant = _("Did you mean {close}?").format(close=close[0]) if close else ""
        self.wrong(key, told, meant or _("Use one of those words."))
        return default or ""

    def words(self, key: str, value: object = None) -> Words:
        """The text of *key* in each of its languages."""
        given = self.data.get(key) if value is None else value
        languages = ", ".join(LANGUAGES)
        example = _("Write it as {example}, or in one of the three languages.").format(
            example=EXAMPLE
        )
        if not isinstance(given, dict) or not given:
            problem = _("the text is missing; give it as {languages}")
            self.wrong(key, problem.format(languages=languages), example)
            return {}
        for language, words in given.items():
            if language not in LANGUAGES or not isinstance(words, str) or not words.strip():
                problem = _("the text in {language} is not as expected; give it as {languages}")
                told = problem.format(language=language, languages=languages)
                self.wrong(language if language in self.data else key, told, example)
        return given

    def words_or_text(self, key: str) -> Words:
        """The text of *key* in its languages, or the one text that stands for all of them."""
        given = self.data.get(key)
        return self.words(key) if isinstance(given, dict) else {"en": self.text(key)}

    def flag(self, key: str) -> bool:
        """Whether the key is true; false where it is left out."""
        value = self.data.get(key, False)
        if not isinstance(value, bool):
            line = f"{key} = true"
            remedy = _("Write {line}").format(line=line)
            self.wrong(key, _("{key} is true or false").format(key=key), remedy)
        return value is True

    def tables(self, key: str) -> list[object]:
        """The tables under *key*, one at least."""
        found = self.data.get(key)
        if isinstance(found, list) and found:
            return found
        problem = _("at least one [[{key}]] is expected").format(key=key)
        self.wrong("", problem, _("An example of a whole file: docs/reference/methods.md"))
        return []
