"""The reader's language as the front door knows it, before the commands are imported, whose words are fixed then."""

from pathlib import Path

asked: str | None = None
"""`--lang`."""
folder: str | None = None
"""`language` of the folder's eplan.yaml."""


def language_of(repo: Path) -> str | None:
    """The language that the folder's eplan.yaml asks for, read without parsing YAML."""
    try:
        text = (repo / "eplan.yaml").read_text("utf-8", "replace")
    except OSError:
        return None
    lines = (line.split("#")[0] for line in text.splitlines() if line.startswith("language:"))
    return next((line.partition(":")[2].strip(" \"'") for line in lines), None)
