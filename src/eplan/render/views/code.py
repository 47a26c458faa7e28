"""The code of a whole folder: what documents carry that are made of all of it."""

import hashlib

from eplan.codes import canonical, code_of
from eplan.digest import content
from eplan.document import Document
from eplan.models.plan import Plan
from eplan.repository import Repository


def folder_code(repository: Repository) -> str:
    """The code of what all files say; comments, the order of keys and where the files lie do not count."""
    files = {record.document.path: record for records in repository.records.values() for record in records}
    return code_of(sorted(_said(record.document, type(record.model)) for record in files.values()))


def _said(document: Document, model: type) -> str:
    name = document.path.stem if model is Plan else ""
    return hashlib.sha256(canonical([name, content(document.data)]).encode()).hexdigest()
