"""What `eplan archive` files: sheets in one format, and the bytes of the files that tasks name."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from eplan.cli.output import tell_missing_glyphs
from eplan.cli.shared import Shared
from eplan.messages import Translator
from eplan.reading import read_files
from eplan.render.archive.exhibits import named_files
from eplan.render.archive.tree import tree
from eplan.render.archive.view import Scope, archive
from eplan.render.blocks import Paper
from eplan.render.book import paper
from eplan.render.book.choice import Choice
from eplan.render.book.views import book
from eplan.render.formats import paper_as
from eplan.render.views.report import Judged


def filed(shared: Shared, now: Judged, scope: Scope, form: str, archival: bool) -> Mapping[PurePosixPath, bytes]:
    """Path in the archive → content, the index first."""
    named = {name for task in now.repository.tasks for name in named_files(task.model)}
    copies = read_files(shared.repo, named & now.repository.paths, shared.at)
    translate = shared.translate
    items = tuple(tree(archive(now, scope, copies), form, lambda plan: _plan(now, plan, translate), translate).items)
    if form == "pdf":
        tell_missing_glyphs(shared, *(item.content for _, item in items if isinstance(item.content, Paper)))
    own = shared.templates
    return {
        path: paper_as(form, content, translate, own, archival) if isinstance(content, Paper) else copies[content]
        for path, content in ((path, item.content) for path, item in items)
    }


def _plan(now: Judged, plan: str, translate: Translator) -> Paper:
    return paper(book(now, Choice(plans=(plan,))), translate)
