"""One table of a method file, read and checked key by key."""

from difflib import get_close_matches

from coachlog.base.texts import LANGUAGES, Words, _
from coachlog.interview.mistakes import FilePosition, MistakeList

EXAMPLE = '{ nl = "…", fr = "…", en = "…" }'
"""How a text in three languages is written."""


def write_line(line: str) -> str:
    """Return the remedy that consists of writing *line* in the file."""
    return _("Write {line}").format(line=line)


class FileTable:
    """One table of the file. A key that is wrong is noted, and a harmless value returned for it.

    *place* says in words which table it is, for people.
    """

    def __init__(
        self, data: object, position: FilePosition, place: str, mistakes: MistakeList
    ) -> None:
        self.data: dict[str, object] = data if isinstance(data, dict) else {}
        self.is_table = isinstance(data, dict)
        self.position, self.place, self.mistakes = position, place, mistakes

    def note(self, key: str, problem: str, remedy: str = "") -> None:
        """Note a mistake in *key*."""
        self.mistakes.add(self.position, key, self.place, problem, remedy)

    def check_keys(self, keys: set[str]) -> bool:
        """Return whether this is a table; note each key that is not in *keys*."""
        if not self.is_table:
            self.note("", _("a table of keys is expected"))
        for key in self.data:
            if key in keys:
                continue
            similar_keys = get_close_matches(key, keys, 1)
            if similar_keys:
                problem = _("the key {key} is unknown; did you mean {close}?")
                message = problem.format(key=key, close=similar_keys[0])
            else:
                message = _("the key {key} is unknown").format(key=key)
            self.note(key, message, _("Possible keys: {keys}").format(keys=", ".join(sorted(keys))))
        return self.is_table

    def text(self, key: str) -> str:
        """Return the text of *key*, which is required; note it and return "" if it is missing."""
        value = self.data.get(key)
        if isinstance(value, str) and value.strip():
            return value
        problem = _("the key {key} is missing, empty or not text").format(key=key)
        self.note(key, problem, _("Add a line: {line}").format(line=f'{key} = "…"'))
        return ""

    def text_or_none(self, key: str) -> str | None:
        """Return the text of *key*, or None if it is left out."""
        if key not in self.data:
            return None
        return self.text(key) or None

    def one_of(self, key: str, choices: tuple[str, ...], default: str | None = None) -> str:
        """Return the word of *key*, one of *choices*; *default* if the key is left out.

        Anything else is noted as a mistake, also a missing key if there is no *default*. With ""
        as *default*, the key may be empty.
        """
        value = self.data.get(key, default)
        is_empty_by_default = value == default == ""
        if isinstance(value, str) and (value in choices or is_empty_by_default):
            return value
        problem = _("{key} is one of {choices}, not {value}")
        message = problem.format(key=key, choices=", ".join(choices), value=value)
        similar_words = get_close_matches(str(value), choices, 1)
        if similar_words:
            remedy = _("Did you mean {close}?").format(close=similar_words[0])
        else:
            remedy = _("Use one of those words.")
        self.note(key, message, remedy)
        return default or ""

    def words(self, key: str, value: object = None) -> Words:
        """Return the texts of *key* by language; note each mistake; {} if they are missing.

        *value* replaces the value of the key, for texts that stand elsewhere in the table.
        """
        texts = self.data.get(key) if value is None else value
        languages = ", ".join(LANGUAGES)
        example = _("Write it as {example}, or in one of the three languages.").format(
            example=EXAMPLE
        )
        if not isinstance(texts, dict) or not texts:
            problem = _("the text is missing; give it as {languages}")
            self.note(key, problem.format(languages=languages), example)
            return {}
        for language, text in texts.items():
            if language not in LANGUAGES or not isinstance(text, str) or not text.strip():
                problem = _("the text in {language} is not as expected; give it as {languages}")
                message = problem.format(language=language, languages=languages)
                # The texts of a question stand in the table itself, by language.
                self.note(language if language in self.data else key, message, example)
        return texts

    def words_or_text(self, key: str) -> Words:
        """Return the text of *key* in its languages; plain text counts as English."""
        is_table = isinstance(self.data.get(key), dict)
        return self.words(key) if is_table else {"en": self.text(key)}

    def flag(self, key: str) -> bool:
        """Return whether *key* is true; False if it is left out."""
        value = self.data.get(key, False)
        if not isinstance(value, bool):
            problem = _("{key} is true or false").format(key=key)
            self.note(key, problem, write_line(f"{key} = true"))
        return value is True

    def tables(self, key: str) -> list[object]:
        """Return the tables under *key*; note it if there is none."""
        tables = self.data.get(key)
        if isinstance(tables, list) and tables:
            return tables
        problem = _("at least one [[{key}]] is expected").format(key=key)
        self.note("", problem, _("An example of a whole file: docs/reference/methods.md"))
        return []
