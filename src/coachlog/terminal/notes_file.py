"""Notes of a conversation in a file: text, Markdown or Word; anything but the JSON of one."""

from importlib import import_module
from pathlib import Path

from coachlog.base.decoding import decoded
from coachlog.base.errors import RefusedError
from coachlog.base.texts import N_
from coachlog.terminal.inputs import input_bytes
from coachlog.values import parse
from coachlog.values.errors import KindError

ZIP = b"PK\x03\x04"
WORD = "coachlog.terminal.word_file"
"""The module that reads a Word file, loaded where one is given."""

_SAVE_AS = N_("Save it as .docx or .txt, and give that.")
_OTHERS = {
    b"%PDF": N_("{name} is a PDF, whose words cannot be taken."),
    b"{\\rtf": N_("{name} is a file in RTF."),
    b"\xd0\xcf\x11\xe0": N_("{name} is an old Word file, or one with a password."),
}


def notes_from(source: str) -> str:
    """Return the notes in the file *source*. Raises NotFoundError and RefusedError."""
    return notes_in(input_bytes(source), Path(source).name)


def notes_in(data: bytes, name: str) -> str:
    """Return the notes in the bytes of the file called *name*, whole. Raises RefusedError."""
    for begin, cause in _OTHERS.items():
        if data.startswith(begin):
            raise RefusedError(cause, _SAVE_AS, name=name)
    text = import_module(WORD).text_of(data, name) if data.startswith(ZIP) else decoded(data)
    try:
        notes = parse.text(text)
    except KindError as error:
        raise RefusedError(error.cause, N_("Give it in several parts."), **error.values) from error
    if not notes:
        raise RefusedError(
            N_("There are no words in {name}."), N_("Is it the right file?"), name=name
        )
    return notes
