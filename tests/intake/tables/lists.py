"""Lists as mentors and HR have them, made on the spot."""

import csv
import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import xlsxwriter

FILES = Path(__file__).parent / "files"

TALKS = """\
Datum;Naam;Voornaam;Duur;Onderwerp;Opmerkingen;Sfeer
14/03/2025;Peeters;An;1u30;Eerste gesprek;Ze is moe;goed
15/3/25 14u30;Janssens;Bram;0:45;Planning;;
2025-04-02;Peeters;An;90;Vervolg;"Twee
regels";matig
Totaal;;;3:45;;;
"""
PEOPLE = """\
Naam,Voornaam,E-mail,Gsm,Functie,Dienst,Taal,Geboortedatum
Peeters,An,an.peeters@bedrijf.be,0475 12 34 56,verpleegkundige,Spoed,Nederlands,1/2/1980
De Smet,Chloé,chloe@bedrijf.be,02 555 55 55,arts,Interne,Frans,
Smets,Dirk,,02 555 55 55,logistiek,Keuken,N,
"""
HOURS = """\
Client name,Individual/Group,Number in group,Contact,Start,End,Paid hours,Pro bono hours
An Peeters,Individual,,an@x.be,01/02/2023,30/06/2023,"12,5",2
Team Spoed,Group,6,,01/03/2023,01/09/2023,8,0
Total,,,,,,"20,5",2
"""


def workbook(path: Path) -> Path:
    """The list of a mentor: an empty sheet, a title, days and times as Excel has them, a sum."""
    book = xlsxwriter.Workbook(str(path))
    book.add_worksheet("Leeg")
    sheet = book.add_worksheet("Gesprekken")
    day, clock = (book.add_format({"num_format": form}) for form in ("dd/mm/yyyy", "hh:mm"))
    sheet.write(0, 0, "Gesprekken van Els, peter/meter")
    headings = ("Datum", "Uur", "Naam", "Voornaam", "Duur", "Onderwerp", "Opmerkingen", "Vorm")
    sheet.write_row(2, 0, (*headings, "Acties"))
    actions = "Bellen met Koen\nAgenda vragen"
    rows = (
        (datetime(2025, 3, 14), 14.5, "Peeters", "An", 1.5, "Eerste gesprek", "Ze is moe", "Teams"),
        (datetime(2025, 4, 2), 9, "Janssens", "Bram", 0.75, "Planning", "", "fysiek"),
    )
    for number, (held_on, at, last, first, hours, *words) in enumerate(rows, 3):
        sheet.write_datetime(number, 0, held_on, day)
        sheet.write_number(number, 1, at / 24, clock)
        sheet.write_row(number, 2, (last, first))
        sheet.write_number(number, 4, hours / 24, clock)
        sheet.write_row(number, 5, (*words, actions if first == "An" else ""))
    sheet.write(5, 0, "Totaal")
    sheet.write_formula(5, 4, "=SUM(E4:E5)", clock, 2.25 / 24)
    book.close()
    return path


def cells(path: Path, *rows: Sequence[object]) -> Path:
    """A workbook with these rows in one sheet."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False})
    sheet = book.add_worksheet("Blad1")
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()
    return path


def as_csv(*rows: Sequence[object], delimiter: str = ";") -> str:
    """These rows as CSV."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue()
