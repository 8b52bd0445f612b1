"""What can be searched: the columns indexed in each layer, and the triggers that keep the index.

Each record has at most one shared and one private document. The index `search` has their words;
`search.rowid` is `document.id`. A document that is newer has a higher id.

Letters that SQLite itself does not fold are folded by coachlog, in the column `folded`: see
`wordforms`. Until then the index has them as they were written.
"""
# ruff: noqa: S608 - the SQL is put together from the names of our own columns, never from values

from coachlog.base.folding import INDEX
from coachlog.schema.field import BY_ROW
from coachlog.schema.tables import SEARCHED_PRIVATE, SEARCHED_SHARED, TABLES
from coachlog.store.schema_objects import Columns, SchemaObject, trigger, values
from coachlog.store.wordforms import FOLDED

SHARED, PRIVATE = SEARCHED_SHARED, SEARCHED_PRIVATE
LAYERED = tuple(
    name for name, table in TABLES.items() if any(field.layer == BY_ROW for field in table.fields)
)
"""Tables whose rows have a layer each, in a column `layer`."""

_DOCUMENT_TABLE = """create table document (
  id integer primary key,
  noun text not null,
  record_id text not null,
  layer text not null check (layer in ('private', 'shared')),
  body text not null,
  folded text,
  words text generated always as (coalesce(nullif(folded, ''), body)) virtual,
  unique (noun, record_id, layer)
) strict"""
_UNFOLDED_INDEX = "create index document_unfolded on document(folded) where folded is null"
# Vowel signs of India and Thailand are part of a word too, which they are not by default.
_SEARCH_TABLE = """create virtual table search using fts5 (
  words, content = 'document', content_rowid = 'id',
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mc Mn'"
)"""
PLAIN = "\t-~\xa0¡«»¿À-ÅÇ-ÏÑ-×Ù-Ýà-åç-ïñ-÷ù-ýÿ-ďĒ-ĥĨ-İĴ-ľŃ-ňŌ-őŔ-ťŨ-ž‐-‧€→"
"""Characters that SQLite folds as coachlog does: a document with no others is indexed as it is.

A set of characters as SQL's `glob` has it, ranges and all.
"""

# The first value of `folded`: empty where the body itself is indexed, null where it must be folded.
_FIRST_FOLDED = f"case when body glob '*[^{PLAIN}]*' then null else '' end"
# SQLite parses every trigger when it opens a store, so those of the tables stay short: they insert
# their texts into this view, and its trigger writes the document.
_TEXT_AGAIN = SchemaObject(
    "view",
    "text_again",
    "create view text_again as select noun, record_id, layer, body as texts from document",
)
_BODY = "(select coalesce(group_concat(atom, char(10)), '') as body from json_each(new.texts))"
_TEXT_AGAIN_INSERT = trigger(
    "text_again_insert",
    "instead of insert on text_again",
    [
        f"""insert into document(noun, record_id, layer, body, folded)
    select new.noun, new.record_id, new.layer, body, {_FIRST_FOLDED} from {_BODY} where body <> ''
    on conflict (noun, record_id, layer) do update set body = excluded.body,
      folded = case when body = excluded.body then folded else excluded.folded end""",
        f"""delete from document
    where noun = new.noun and record_id = new.record_id and layer = new.layer and {_BODY} = ''""",
    ],
)
_UNINDEX_OLD = "insert into search(search, rowid, words) values ('delete', old.id, old.words)"
_INDEX_NEW = "insert into search(rowid, words) values (new.id, new.words)"


def tables() -> list[SchemaObject]:
    """Return the documents and their index, still empty."""
    return [
        SchemaObject("table", "document", _DOCUMENT_TABLE),
        SchemaObject("index", "document_unfolded", _UNFOLDED_INDEX),
        SchemaObject("table", "search", _SEARCH_TABLE),
    ]


def fill(columns: Columns) -> list[str]:
    """Return statements that fill the empty documents and index, the oldest records first.

    The connection needs `wordforms.add_fold_function`.
    """
    return [
        f"-- words as folded by {INDEX}\n"
        "insert into document(noun, record_id, layer, body, folded)\n"
        f"select *, coalesce({_FIRST_FOLDED}, {FOLDED}) from (\n  {_all_documents(columns)}\n)"
        " where body <> '' order by record_id, layer",
        "insert into search(search) values ('rebuild')",
    ]


def document_query(columns: Columns) -> str:
    """Return the query for the noun, record, layer and body of each document there should be."""
    return f"select * from (\n  {_all_documents(columns)}\n) where body <> ''"


def triggers(columns: Columns) -> list[SchemaObject]:
    """Return triggers that update the documents with the records, and the index with these."""
    result = [_TEXT_AGAIN, _TEXT_AGAIN_INSERT]
    for table in _searched_tables(columns):
        result += _table_triggers(table)
    return result + _index_triggers()


def _all_documents(columns: Columns) -> str:
    """Return a select of the documents of all tables; a body may be empty."""
    return "\n  union all ".join(_select_documents(table) for table in _searched_tables(columns))


def _searched_tables(columns: Columns) -> list[str]:
    return [table for table in columns if table in SHARED or table in PRIVATE]


def _columns_by_layer(table: str, row: str = "") -> dict[str, tuple[str, ...]]:
    """Return the searched columns of *table*, by the SQL expression of their layer.

    That is a text such as `'shared'`, or the column `layer` of *row*: `new.layer` where that is
    `new.`. Layers without columns are left out.
    """
    if table in LAYERED:
        return {f"{row}layer": SHARED[table]}
    columns_by_layer = {"'shared'": SHARED.get(table, ()), "'private'": PRIVATE.get(table, ())}
    return {layer: columns for layer, columns in columns_by_layer.items() if columns}


def _select_documents(table: str) -> str:
    """Return a select of all documents of *table*; a body may be empty."""
    return "\n  union all ".join(
        f"select '{table}' as noun, id as record_id, {layer} as layer,"
        f' {_body_expression(names)} as body from "{table}"'
        for layer, names in _columns_by_layer(table).items()
    )


def _body_expression(columns: tuple[str, ...]) -> str:
    """Return an SQL expression for the texts in *columns*, without nulls, a line for each.

    Each text comes after a line end; `substr` drops the first of these.
    """
    lines = " || ".join(f"""coalesce(char(10) || "{column}", '')""" for column in columns)
    return f"substr({lines}, 2)"


def _table_triggers(table: str) -> list[SchemaObject]:
    """Return the triggers of *table* that write its documents.

    An update deletes the document of a row that got another id or layer.
    """
    is_layered = table in LAYERED
    delete = f"delete from document where noun = '{table}' and record_id = old.id"
    other_layer = " or layer is not new.layer" if is_layered else ""
    delete_moved = f"{delete} and (old.id is not new.id{other_layer})"
    key_columns = ("id", "layer") if is_layered else ("id",)
    text_columns = (*SHARED.get(table, ()), *PRIVATE.get(table, ()))
    watched = ", ".join(f'"{column}"' for column in (*key_columns, *text_columns))
    return [
        trigger(f"text_{table}_insert", f'after insert on "{table}"', [_texts_statement(table)]),
        trigger(
            f"text_{table}_update",
            f'after update of {watched} on "{table}"',
            [delete_moved, _texts_statement(table)],
        ),
        trigger(f"text_{table}_delete", f'after delete on "{table}"', [delete]),
    ]


def _texts_statement(table: str) -> str:
    """Return the statement that inserts the texts of a row of *table* into the view.

    It inserts a row for each layer.
    """
    rows = (
        f"('{table}', new.id, {layer}, {values('new', names)})"
        for layer, names in _columns_by_layer(table, "new.").items()
    )
    return f"insert into text_again values {', '.join(rows)}"


def _index_triggers() -> list[SchemaObject]:
    """Return the triggers that update the index with the documents."""
    return [
        trigger("text_insert", "after insert on document", [_INDEX_NEW]),
        trigger(
            "text_update",
            "after update on document when old.id is not new.id or old.words is not new.words",
            [_UNINDEX_OLD, _INDEX_NEW],
        ),
        trigger("text_delete", "after delete on document", [_UNINDEX_OLD]),
    ]
