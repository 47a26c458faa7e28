"""Keep the translation catalogues: `collect` new sentences, `missing` to list, `set` to translate, `compile`.

python tools/catalogue.py missing          # what has no Chinese yet, as JSON {english: ""}
python tools/catalogue.py set FILE.json    # add translations from JSON {english: chinese}
python tools/catalogue.py tidy             # drop what nobody says any more, compile
"""

import ast
import fcntl
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_args

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "src/eplan/locale/zh_CN/LC_MESSAGES"
PO, MO = FOLDER / "eplan.po", FOLDER / "eplan.mo"
ONE = ("say", "words", "translate")
MANY = ("columns", "chapter", "section")


def sentences() -> dict[str, str]:
    """Every English sentence that people may see, with where it comes from."""
    found = dict(_in_code())
    for text, source in (*_in_models(), *_in_rules(), *_in_word_lists(), *_in_commands(), *_of_click()):
        found.setdefault(text, source)
    return {text: source for text, source in found.items() if text.strip()}


def _in_code() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "src/eplan").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                yield from ((text, path.name) for text in _said(node))
    method, options = [("**.j2", "jinja2")], {"**.j2": {"encoding": "utf-8"}}
    for name, _line, text, _comments, _context in extract_from_dir(
        ROOT / "templates", method, options, keywords={"translate": None}
    ):
        if isinstance(text, str):
            yield text, name


def _said(call: ast.Call) -> Iterator[str]:
    """The sentences in one call: the first argument of `say`, every literal given to those that translate many."""
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    arguments = call.args[:1] if name in ONE else call.args if name in MANY else []
    for argument in arguments:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield argument.value


def _in_models() -> Iterator[tuple[str, str]]:
    from eplan.models.kinds import KINDS

    for kind in KINDS.values():
        yield from ((text, f"schema of {kind.name}") for text in _words_of(kind.model.model_json_schema()))


def _words_of(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for item in node:
            yield from _words_of(item)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key in ("title", "description") and isinstance(value, str):
                yield value
            else:
                yield from _words_of(value)


def _in_rules() -> Iterator[tuple[str, str]]:
    from eplan.rules import all_rules

    for rule in all_rules().values():
        yield rule.summary, rule.id
        yield from ((part, rule.id) for part in rule.doc.split("\n\n") if part.strip())


def _in_word_lists() -> Iterator[tuple[str, str]]:
    from eplan.messages import WORD
    from eplan.models import questions, vocabulary

    modules = (vocabulary, questions)
    lists = [value for each in modules for name, value in vars(each).items() if name[0].isupper() and get_args(value)]
    severities = ("error", "warning", "info")
    for word in (*severities, *(word for words in lists for word in get_args(words) if isinstance(word, str))):
        yield WORD + word, "vocabulary"


def _in_commands() -> Iterator[tuple[str, str]]:
    from importlib import import_module

    from eplan.cli.app import COMMANDS

    for name in COMMANDS:
        module = import_module(f"eplan.cli.{name}")
        yield module.HELP, name
        yield module.EXAMPLES, name


def _of_click() -> Iterator[tuple[str, str]]:
    """What the command-line library itself says, so that `--help` is in one language."""
    for text in (
        "Options", "Arguments", "Commands", "required", "default: {default}", "Missing command.",
        "No such command {name!r}.",
    ):  # fmt: skip
        yield text, "typer"


def load() -> Catalog:
    if not PO.exists():
        return Catalog(locale="zh_CN", domain="eplan", project="eplan", version="0", charset="utf-8")
    with PO.open("rb") as file:
        return read_po(file, locale="zh_CN", domain="eplan")


def save(catalogue: Catalog) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as file:
        write_po(file, catalogue, width=0, sort_output=True, omit_header=False, no_location=True, ignore_obsolete=True)
    with MO.open("wb") as file:
        write_mo(file, catalogue)


def translations() -> dict[str, str]:
    return {str(entry.id): str(entry.string) for entry in load() if entry.id and entry.string}


def missing() -> list[str]:
    """Sentences without a Chinese translation."""
    known = translations()
    return sorted(text for text in sentences() if text not in known)


def add(pairs: dict[str, str]) -> None:
    """Put translations into the catalogue; several people may do so at once."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (ROOT / ".catalogue.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _write({**translations(), **{english: chinese for english, chinese in pairs.items() if chinese}})


def tidy() -> None:
    """Drop translations of sentences that nobody says any more."""
    said = sentences()
    _write({english: chinese for english, chinese in translations().items() if english in said})


_NO_DAY = datetime(2012, 1, 1, tzinfo=UTC)
"""Always the same, so that the same sentences make the same file."""


def _write(pairs: dict[str, str]) -> None:
    catalogue = Catalog(
        locale="zh_CN", domain="eplan", project="eplan", version="0", charset="utf-8",
        creation_date=_NO_DAY, revision_date=_NO_DAY,
        last_translator="", language_team="zh_CN", copyright_holder="The eplan authors",
    )  # fmt: skip
    for english in sorted(pairs):
        catalogue.add(english, pairs[english], flags=("python-brace-format",) if "{" in english else ())
    save(catalogue)


def main(arguments: list[str]) -> None:
    match arguments:
        case ["missing"]:
            print(json.dumps(dict.fromkeys(missing(), ""), ensure_ascii=False, indent=1))
        case ["set", name]:
            add(json.loads(Path(name).read_text("utf-8")))
        case ["tidy"]:
            tidy()
        case _:
            print(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
