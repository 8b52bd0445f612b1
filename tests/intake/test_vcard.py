"""Address cards: vCard 2.1 to 4.0, as Outlook, Apple, Android and Nextcloud write them."""

import vobject

from tests.conftest import refused

OLD = """\
BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Lef=C3=A8vre;Ana=C3=AFs;;;
ORG;ENCODING=QUOTED-PRINTABLE:Soci=E9t=E9;=
 Soins
TITLE;CHARSET=ISO-8859-15;QUOTED-PRINTABLE:Infirmi=E8re =A4
TEL;HOME;VOICE:02 555 12 12
TEL;PREF;CELL:0475 12 34 56
EMAIL;INTERNET:anais@example.org
AGENT:
BEGIN:VCARD
VERSION:2.1
FN:Somebody Else
END:VCARD
PHOTO;ENCODING=BASE64;TYPE=JPEG:
 /9j/4AAQSkZJRgABAQEAYABgAAD
 =

NOTE;ENCODING=QUOTED-PRINTABLE:ligne un=0D=0A=
ligne deux
END:VCARD
"""
NEW = """\
BEGIN:VCARD
VERSION:4.0
KIND:individual
item1.FN:Bo Ó Súilleabháin\\, MSc
item1.EMAIL;PREF=2:second@example.org
item2.EMAIL;PREF=1:mailto:first@example.org
TEL;VALUE=uri;TYPE="cell,voice":tel:+32-475-00-11-22
UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1
X-BROKEN;=;;:\x01
END:VCARD
BEGIN:VCARD
VERSION:4.0
KIND:group
FN:The team
END:VCARD
begin:vcard
version:3.0
email:only@example.org
end:vcard
BEGIN:VCARD
VERSION:3.0
ORG:Nobody
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Cut
"""


def people(call):
    return {each["name"]: each for each in call("coachee", "list", "--json").json}


def test_old_and_new_cards_become_people(call, tmp_path):
    (tmp_path / "old.vcf").write_bytes(OLD.replace("\n", "\r\n").encode())
    (tmp_path / "new.vcf").write_text(NEW)

    result = call("import", "old.vcf", "new.vcf", "--json")

    old, new = result.json
    assert (old["new"], new["new"]) == ({"coachee": 1}, {"coachee": 2})
    assert [each["reason"].partition(".")[0] for each in new["told"]] == [
        "It is the card of a group, not of a person",
        "The card has no name",
        "The card has no end: the file was cut off",
    ]
    known = people(call)
    assert sorted(known) == ["Anaïs Lefèvre", "Bo Ó Súilleabháin, MSc", "only@example.org"]
    anais, bo = known["Anaïs Lefèvre"], known["Bo Ó Súilleabháin, MSc"]
    assert (anais["organisation"], anais["team"], anais["role"]) == (
        *("Société", "Soins"),
        "Infirmière €",
    )
    assert anais["reach"] == "anais@example.org · 0475 12 34 56 · 02 555 12 12"
    assert bo["reach"] == "first@example.org · second@example.org · +32-475-00-11-22"
    assert anais["context"] is None


def test_what_could_not_be_taken_can_be_mended_and_read_again(call, tmp_path):
    (tmp_path / "new.vcf").write_text(NEW)
    call("import", "new.vcf")
    [rejected] = tmp_path.glob("*.rejected*.vcf")

    cards = list(vobject.readComponents(rejected.read_text()))  # a reader of others' takes it
    assert [card.contents["x-coachlog-reason"][0].value for card in cards]
    rejected.write_text(rejected.read_text().replace("ORG:Nobody", "FN:Nora"))

    [told] = call("import", rejected, "--json").json
    assert told["new"] == {"coachee": 2}
    assert {"Nora", "Cut"} <= people(call).keys()


def test_read_again_changes_nothing_and_another_number_changes_that(call, tmp_path):
    card = tmp_path / "card.vcf"
    card.write_bytes(OLD.encode("utf-16"))
    call("import", card)
    assert call("import", card, "--json").json[0]["same"] == {"coachee": 1}

    card.write_bytes(OLD.replace("0475 12 34 56", "0499 99 99 99").encode())
    assert call("import", card, "--json").json[0]["changed"] == {"coachee": 1}
    assert "0499 99 99 99" in people(call)["Anaïs Lefèvre"]["reach"]
    call("undo")
    assert "0475 12 34 56" in people(call)["Anaïs Lefèvre"]["reach"]


def test_somebody_known_gets_what_is_missing_and_notes_only_where_asked(call, tmp_path):
    call("coachee", "new", "Anaïs Lefèvre", "--role", "verpleegster")
    card = tmp_path / "card.vcf"
    card.write_text(OLD)

    [told] = call("import", card, "--json", "--private", "--shared").json

    assert told["changed"] == {"coachee": 1}
    anais = people(call)["Anaïs Lefèvre"]
    assert (anais["role"], anais["team"]) == ("verpleegster", "Soins")
    assert anais["context"] == "ligne un\nligne deux"


def test_cards_may_become_contacts(call, tmp_path):
    (tmp_path / "old.vcf").write_text(OLD)

    [told] = call("import", "old.vcf", "--noun", "contact", "--json").json

    assert told["new"] == {"contact": 1}
    [contact] = call("contact", "list", "--json").json
    assert (contact["name"], contact["organisation"]) == ("Anaïs Lefèvre", "Société, Soins")
    assert (contact["where"], contact["may_be_named"]) == ("external", "ask_first")
    assert call("import", "old.vcf", "--noun", "goal").code == 4


def test_no_card_however_bad_stops_the_others(call, tmp_path):
    bad = "".join(
        f"BEGIN:VCARD\nVERSION:3.0\nFN:N{n}\n{line}\nEND:VCARD\n"
        for n, line in enumerate(
            (
                "N:" + ";" * 50_000,
                "NOTE:" + "x" * 1_000_000,
                "TEL;TYPE=" + "a," * 20_000 + ":1",
                "EMAIL;ENCODING=QUOTED-PRINTABLE:=ZZ=\n=C3",
                "ORG;ENCODING=b:!!!",
                "\n".join(f"TEL:{n:09}" for n in range(2_000)),
                'UID;X="unclosed:1',
                "TITLE;CHARSET=no-such;ENCODING=QUOTED-PRINTABLE:=E9",
                "N;;;:\n=\n \n\t",
            )
        )
    )
    (tmp_path / "bad.vcf").write_text(f"stray\n{bad}")
    [told] = call("import", "bad.vcf", "--as", "vcard", "--json").json

    assert told["new"] == {"coachee": 9}, told
    assert [each["reason"] for each in told["told"]] == ["What stands outside a card was left out."]
    (tmp_path / "nul.vcf").write_bytes(b"BEGIN:VCARD\nFN:\x00\nEND:VCARD")
    assert call("import", "nul.vcf").code == 4


def test_a_comma_or_a_broken_character_does_not_break_a_name(call, tmp_path):
    """An organisation may have a comma; a long line may be broken within a character of UTF-8."""
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anaïs Lefèvre\r\n"
    card += "ORG:Janssens, Peeters & Co;Zorg, oost\r\n"
    whole = (card + "END:VCARD\r\n").encode()
    broken = whole.replace("ï".encode(), b"\xc3\r\n \xaf")
    (tmp_path / "broken.vcf").write_bytes(broken)

    assert call("import", tmp_path / "broken.vcf").code == 0

    person = people(call)["Anaïs Lefèvre"]
    assert (person["organisation"], person["team"]) == ("Janssens, Peeters & Co", "Zorg, oost")


def test_utf_8_that_is_cut_off_or_mixed_is_refused_and_never_garbled(call, tmp_path):
    """Read as Windows-1252 it would be `AnaÃ¯s`."""
    file = tmp_path / "leden.csv"
    text = "Naam;E-mail\nAnaïs;a@example.org\nChloé".encode()
    for data in (text[:-1], text + "\nZoé;z@example.org\n".encode("cp1252")):
        file.write_bytes(data)
        last = len(data.splitlines())
        refused(call("import", file), 4, f"Line {last} is not in UTF-8, as the rest is")
    assert people(call) == {}
