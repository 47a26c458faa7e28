"""The reader's language as the front door knows it, before the commands are imported, whose words are fixed then."""

asked: str | None = None
"""`--lang`."""
folder: str | None = None
"""`language` of the folder's eplan.yaml."""
