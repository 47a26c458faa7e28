"""The formats of documents by name; a document is blocks, and every format writes all blocks."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module

from eplan.messages import Refusal, Translator, say
from eplan.render.blocks import Paper
from eplan.render.marker import sealed
from eplan.render.plain import as_json
from eplan.render.report import paper
from eplan.render.views.report import Report

Write = Callable[[Paper, Translator, Mapping[str, str] | None], str | bytes]
WriteWorkbook = Callable[[Report, Paper, Translator], bytes]
WRITERS = {"html": ("html", "html"), "md": ("markdown", "markdown"), "pdf": ("pdf", "pdf"), "docx": ("word", "word")}
"""Format → module of this package and the function in it; a writer is imported when it is wanted."""

BOUND = ("pdf", "docx")
"""Formats that are printed and bound; the others are read on a screen, where a book is never too thick."""

ARCHIVAL = {"pdf": ("pdf", "archival_pdf")}
"""The same for archives."""


def paper_as(
    name: str, document: Paper, translate: Translator, own: Mapping[str, str] | None = None, archival: bool = False
) -> bytes:
    """A document in one format. `own` are the folder's templates, which take the place of the built-in ones."""
    if archival and name not in ARCHIVAL:
        raise Refusal(say("--archival is for --format pdf"))
    if name not in WRITERS:
        raise Refusal(say("no format '{name}'; there are {formats}", name=name, formats=tuple(WRITERS)))
    module, function = (ARCHIVAL if archival else WRITERS)[name]
    write: Write = getattr(import_module(f"eplan.render.{module}"), function)
    written = write(document, translate, own)
    return sealed(written.encode() if isinstance(written, str) else written)


def volumes_as(
    name: str,
    documents: Sequence[Paper],
    translate: Translator,
    own: Mapping[str, str] | None = None,
    archival: bool = False,
) -> list[bytes]:
    """Several documents in one format, two at a time: a large PDF is typeset by a process of its own."""
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda document: paper_as(name, document, translate, own, archival), documents))


def report_as(
    name: str, report: Report, translate: Translator, own: Mapping[str, str] | None = None, archival: bool = False
) -> bytes:
    """The status report in one format; JSON has the very figures of the printed report."""
    if archival:
        return paper_as(name, paper(report, translate), translate, own, archival)
    if name == "json":
        return as_json(report, translate).encode()
    document = paper(report, translate)
    if name == "xlsx":
        workbook: WriteWorkbook = import_module("eplan.render.workbook").workbook
        return workbook(report, document, translate)
    return paper_as(name, document, translate, own)
