"""A conversation written up from notes in a file: text, Markdown or Word, beside the questions."""

import io
import json
import zipfile
from contextlib import suppress

import docx
import pytest

from coachlog.base.errors import RefusedError
from coachlog.terminal.notes_file import notes_from
from tests.guide.stories import AFTERWARDS, HOW_LONG, NOTES, SHORT

TEXT = "Amina over de overdracht\n\n- Koen bellen\n- rooster"
BOX = (
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr><w:r><w:t>around</w:t></w:r>'
    "<w:r><w:p><w:r><w:t>in the box</w:t></w:r></w:p></w:r><w:r><w:t> it</w:t></w:r></w:p>"
)
STORY = {key: said for key, said in AFTERWARDS.items() if key != NOTES}


def kept_notes(call):
    answers = call("session", "show", "1", "--json").json["answers"]
    [notes] = [each for each in answers if each["question"] == "after.notes"]
    return notes


def word_file():
    """A Word file as python-docx writes it: a heading, a list, a table."""
    made = docx.Document()
    made.add_heading("Gesprek met Amina", 1)
    made.add_paragraph("Ze vertelde\tover de overdracht – “goed”.")
    made.add_paragraph("Koen bellen", style="List Bullet")
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "doel", "zelf leiden\nvóór de zomer"
    made.add_paragraph("Slot")
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def container(**members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return file.getvalue()


def xml(body, head=""):
    return (
        f'<?xml version="1.0"?>{head}<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>'
    )


def test_they_stand_beside_the_questions_and_nothing_is_lost(tell, call, tmp_path):
    file = tmp_path / "notes.txt"
    file.write_bytes(("\ufeff" + TEXT.replace("\n", "\r\n")).encode())

    typist = tell(
        STORY | {"grow.topic.01": ("De overdracht",)}, "en", "--after", "--from", str(file)
    )

    assert NOTES not in typist.questions
    assert HOW_LONG in typist.questions
    assert typist.shown.count(TEXT) > 1
    assert (kept_notes(call)["text"], kept_notes(call)["layer"]) == (TEXT, "private")
    assert call("session", "show", "1", "--json").json["topic"] == "De overdracht"


def test_long_notes_are_whole_once_and_on_request(tell, call, tmp_path):
    file = tmp_path / "notes.md"
    long = "\n".join(f"line {n}" for n in range(1, 31))
    file.write_text(long)

    story = STORY | {"grow.topic.01": (":private", "It")}
    typist = tell(story, "en", "--after", "--from", str(file))

    assert typist.shown.count(long) == 2
    assert [line for line in typist.shown if line.endswith("24 more lines: :private")]
    assert kept_notes(call)["text"] == long


@pytest.mark.parametrize("how", ["file", "pipe"])
def test_a_script_keeps_the_words_of_a_word_file(how, call, tmp_path):
    (tmp_path / "notes.docx").write_bytes(word_file())
    source = {"file": ("notes.docx", None), "pipe": ("-", word_file())}[how]

    saved = call(
        *("session", "new", "--after", "--from", source[0], "--coachee", "Amina"),
        *("--date", "2026-11-20 14:00", "--topic", "overdracht"),
        stdin=source[1],
    )

    assert saved.code == 0, saved.err
    lines = kept_notes(call)["text"].split("\n")
    assert [line for line in lines if line] == [
        "Gesprek met Amina",
        "Ze vertelde\tover de overdracht – “goed”.",
        "- Koen bellen",
        "doel | zelf leiden vóór de zomer",
        "Slot",
    ]


def test_json_stays_json_with_the_option_and_without(call, tmp_path):
    talk = tmp_path / "talk.json"
    talk.write_text(json.dumps([{"coachee": "Amina"}]))
    for options in ((), ("--after",)):
        assert call("session", "new", "--from", talk, *options).code == 0

    (tmp_path / "notes.docx").write_bytes(word_file())
    refused = call("session", "new", "--from", "notes.docx")
    assert (refused.code, "--after" in refused.err) == (4, True)


def test_what_is_no_notes_is_refused_in_a_line_and_nothing_is_saved(call, tmp_path):
    deleted = "<w:p><w:del><w:r><w:delText>no</w:delText></w:r></w:del></w:p>"
    bomb = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    whole = word_file()
    cases = {
        "PDF": b"%PDF-1.7 x",
        "RTF": b"{\\rtf1 x}",
        "password": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1x",
        "no Word file": container(mimetype=b"text"),
        "text cannot be read": container(word__document_xml=xml("<w:p>&b;</w:p>", bomb)),
        "no words": container(word__document_xml=xml(deleted)),
        "far more": container(word__document_xml=b" " * 3_000_000),
        "neither UTF-8": b"\x81\x00\xff",
        "too long": b"x" * 200_001,
        "cannot be unpacked": whole[:3000],
        "damaged": container(word__document_xml=b"<w:document"),
    }
    for words, data in cases.items():
        (tmp_path / "notes").write_bytes(data)
        told = call("session", "new", "--after", "--from", "notes", "--coachee", "Amina")
        assert told.code == 4, (words, told)
        assert words in told.err, told.err
    (tmp_path / "box.docx").write_bytes(container(word__document_xml=xml(BOX)))
    assert notes_from(str(tmp_path / "box.docx")) == "in the box\n  - around it"
    for place in range(100, len(whole), 211):  # letters changed on the way
        (tmp_path / "notes").write_bytes(whole[:place] + b"\x55\xaa" + whole[place + 2 :])
        with suppress(RefusedError):
            assert notes_from(str(tmp_path / "notes"))
    for cut in range(0, len(whole), 1024):
        (tmp_path / "notes").write_bytes(whole[:cut])
        told = call("session", "new", "--after", "--from", "notes", "--coachee", "Amina")
        assert told.code in (3, 4), told
    assert call("session", "new", "--after", "--from", "gone.txt", "--coachee", "A").code == 3
    assert call("session", "list").out == ""


def test_without_a_file_it_is_as_before(tell):
    assert NOTES in tell(AFTERWARDS, "en", "--after").questions
    assert NOTES not in tell(SHORT, "en").questions
