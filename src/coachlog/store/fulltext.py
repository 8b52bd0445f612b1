"""What can be searched: the columns indexed in each layer, and the triggers that keep the index.

Each record has at most one shared and one private document. The index `search` has their words;
`search.rowid` is `document.id`. A document that is newer has a higher id.

Letters that SQLite itself does not fold are folded by the program, in a column `folded`: see
`wordforms`. Until then the index has them as they were written, by whichever program.
"""
# ruff: noqa: S608 - the SQL is put together from the names of our own columns, never from values

from coachlog.base.folding import INDEX
from coachlog.schema.field import BY_ROW
from coachlog.schema.tables import SEARCHED_PRIVATE, SEARCHED_SHARED, TABLES
from coachlog.store.schema_objects import Columns, SchemaObject, trigger, values
from coachlog.store.wordforms import FOLDED

SHARED, PRIVATE = SEARCHED_SHARED, SEARCHED_PRIVATE
LAYERED = tuple(
    name for name, table in TABLES.items() if any(each.layer == BY_ROW for each in table.fields)
)
"""Tables in which each row says its own layer, in a column `layer`."""

_DOCUMENT = """create table document (
  id integer primary key,
  noun text not null,
  record_id text not null,
  layer text not null check (layer in ('private', 'shared')),
  body text not null,
  folded text,
  words text generated always as (coalesce(nullif(folded, ''), body)) virtual,
  unique (noun, record_id, layer)
) strict"""
_UNFOLDED = "create index document_unfolded on document(folded) where folded is null"
# Vowel signs of India and Thailand are part of a word too, which they are not by default.
_SEARCH = """create virtual table search using fts5 (
  words, content = 'document', content_rowid = 'id',
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mc Mn'"
)"""
PLAIN = "\t-~\xa0¡«»¿À-ÅÇ-ÏÑ-×Ù-Ýà-åç-ïñ-÷ù-ýÿ-ďĒ-ĥĨ-İĴ-ľŃ-ňŌ-őŔ-ťŨ-ž‐-‧€→"
"""Signs that SQLite folds as the program does: a document with no others is indexed as it is."""

# Empty where the body itself is indexed, and null as long as the program has to fold it.
_NOT_YET = f"case when body glob '*[^{PLAIN}]*' then null else '' end"
# SQLite reads each trigger when it opens a store: those of the tables pass their texts on to here.
_AGAIN = SchemaObject(
    "view",
    "text_again",
    "create view text_again as select noun, record_id, layer, body as texts from document",
)
_BODY = "(select coalesce(group_concat(atom, char(10)), '') as body from json_each(new.texts))"
_WRITE = trigger(
    "text_again_insert",
    "instead of insert on text_again",
    [
        f"""insert into document(noun, record_id, layer, body, folded)
    select new.noun, new.record_id, new.layer, body, {_NOT_YET} from {_BODY} where body <> ''
    on conflict (noun, record_id, layer) do update set body = excluded.body,
      folded = case when body = excluded.body then folded else excluded.folded end""",
        f"""delete from document
    where noun = new.noun and record_id = new.record_id and layer = new.layer and {_BODY} = ''""",
    ],
)
_FORGET = "insert into search(search, rowid, words) values ('delete', old.id, old.words)"
_LEARN = "insert into search(rowid, words) values (new.id, new.words)"


def tables() -> list[SchemaObject]:
    """The documents and their index, still empty."""
    return [
        SchemaObject("table", "document", _DOCUMENT),
        SchemaObject("index", "document_unfolded", _UNFOLDED),
        SchemaObject("table", "search", _SEARCH),
    ]


def fill(columns: Columns) -> list[str]:
    """Statements that fill the empty documents and index; ids of records sort by time of making.

    They want `wordforms.teach`.
    """
    documents = "\n  union all ".join(_documents(table) for table in _indexed(columns))
    return [
        f"-- words as folded by {INDEX}\n"
        "insert into document(noun, record_id, layer, body, folded)\n"
        f"select *, coalesce({_NOT_YET}, {FOLDED}) from (\n  {documents}\n)"
        " where body <> '' order by record_id, layer",
        "insert into search(search) values ('rebuild')",
    ]


def triggers(columns: Columns) -> list[SchemaObject]:
    """Triggers that keep the documents equal to the records, and the index to the documents."""
    kept = [thing for table in _indexed(columns) for thing in _keep(table)]
    return [_AGAIN, _WRITE, *kept, *_keep_index()]


def _indexed(columns: Columns) -> list[str]:
    return [table for table in columns if table in SHARED or table in PRIVATE]


def _layers(table: str, row: str = "") -> dict[str, tuple[str, ...]]:
    """The columns that make a document, by layer: a value, or the column that says it."""
    if table in LAYERED:
        return {f"{row}layer": SHARED[table]}
    layers = {"'shared'": SHARED.get(table, ()), "'private'": PRIVATE.get(table, ())}
    return {layer: names for layer, names in layers.items() if names}


def _documents(table: str) -> str:
    """A select of a table's documents; they may be empty."""
    return "\n  union all ".join(
        f"select '{table}' as noun, id as record_id, {layer} as layer,"
        f' {_body(names)} as body from "{table}"'
        for layer, names in _layers(table).items()
    )


def _body(columns: tuple[str, ...]) -> str:
    """The texts that are there, each on a line of its own."""
    lines = " || ".join(f"""coalesce(char(10) || "{column}", '')""" for column in columns)
    return f"substr({lines}, 2)"


def _keep(table: str) -> list[SchemaObject]:
    layered = table in LAYERED
    told = f"delete from document where noun = '{table}' and record_id = old.id"
    moved = f"{told} and (old.id is not new.id{' or layer is not new.layer' if layered else ''})"
    columns = (
        *("id", *(("layer",) if layered else ())),
        *(*SHARED.get(table, ()), *PRIVATE.get(table, ())),
    )
    watched = ", ".join(f'"{column}"' for column in columns)
    return [
        trigger(f"text_{table}_insert", f'after insert on "{table}"', [_write(table)]),
        trigger(
            f"text_{table}_update",
            f'after update of {watched} on "{table}"',
            [moved, _write(table)],
        ),
        trigger(f"text_{table}_delete", f'after delete on "{table}"', [told]),
    ]


def _write(table: str) -> str:
    rows = (
        f"('{table}', new.id, {layer}, {values('new', names)})"
        for layer, names in _layers(table, "new.").items()
    )
    return f"insert into text_again values {', '.join(rows)}"


def _keep_index() -> list[SchemaObject]:
    return [
        trigger("text_insert", "after insert on document", [_LEARN]),
        trigger(
            "text_update",
            "after update on document when old.id is not new.id or old.words is not new.words",
            [_FORGET, _LEARN],
        ),
        trigger("text_delete", "after delete on document", [_FORGET]),
    ]
