"""`datapackage.json`: what a folder of CSV files holds, as Frictionless Data Package has it."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from coachlog.base.clock import instant
from coachlog.base.texts import _
from coachlog.export.sheet import Sheet
from coachlog.export.tables import NUMBERS, TableColumn
from coachlog.schema.field import DAY, FLAG, HOURS, MOMENT

Json = Mapping[str, object]

_INSTANT, _LOCAL = "%Y-%m-%dT%H:%M:%S.%fZ", "%Y-%m-%d %H:%M:%S"


def description(sheets: Sequence[Sheet], made_at: datetime, *, excel: bool) -> str:
    """Return the JSON that describes a file for each of *sheets*, with *excel* those for Excel.

    Labels are in the language of the user; names and codes are never translated.
    """
    package = {
        "profile": "tabular-data-package",
        "name": "coachlog",
        "created": instant(made_at),
        "resources": [_resource(sheet, excel=excel) for sheet in sheets],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def file_name(sheet: Sheet) -> str:
    """Return the name of the file that has the rows of *sheet*."""
    return f"{sheet.name}.csv"


def _resource(sheet: Sheet, *, excel: bool) -> Json:
    return {
        "profile": "tabular-data-resource",
        "name": sheet.name,
        "path": file_name(sheet),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig" if excel else "utf-8",
        "dialect": {
            "delimiter": ";" if excel else ",",
            "lineTerminator": "\r\n",
            "quoteChar": '"',
            "doubleQuote": True,
            "skipInitialSpace": False,
            "header": True,
        },
        "schema": _schema(sheet, excel=excel),
    }


def _schema(sheet: Sheet, *, excel: bool) -> Json:
    schema: dict[str, object] = {
        "fields": [_field(column, sheet.key, excel=excel) for column in sheet.columns],
        "missingValues": [""],
    }
    if sheet.key:
        schema["primaryKey"] = [sheet.key]
    if sheet.foreign_keys:
        schema["foreignKeys"] = [
            {
                "fields": [each.column],
                "reference": {
                    "resource": "" if each.table == sheet.name else each.table,
                    "fields": [each.key],
                },
            }
            for each in sheet.foreign_keys
        ]
    return schema


def _field(column: TableColumn, key: str, *, excel: bool) -> Json:
    described_column: dict[str, object] = {"name": column.name, **_type(column, excel=excel)}
    if column.label:
        described_column["title"] = _(column.label)
    if column.help:
        described_column["description"] = _(column.help)
    if column.name == key:
        described_column["constraints"] = {"required": True, "unique": True}
    elif column.words:
        described_column["constraints"] = {"enum": list(column.words)}
    return described_column


def _type(column: TableColumn, *, excel: bool) -> Json:
    """Return the type of a column and how its values are written."""
    if column.kind == FLAG:
        return {"type": "boolean", "trueValues": ["1"], "falseValues": ["0"]}
    if column.kind == DAY:
        return {"type": "date"}
    if column.kind == MOMENT:
        return {"type": "datetime", "format": _LOCAL if excel else _INSTANT}
    if column.kind == HOURS:
        return {"type": "number", "decimalChar": "," if excel else "."}
    is_number = column.kind in NUMBERS or (column.kind == "reference" and not column.is_text)
    return {"type": "integer" if is_number else "string"}
