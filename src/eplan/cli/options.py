"""Options that several commands take, each said once."""

from typing import Annotated

import typer

from eplan.cli.shared import words

Quarter = Annotated[str | None, typer.Option(help=words("A quarter such as 2012Q4; bare: the current."))]
Month = Annotated[str | None, typer.Option(help=words("A month such as 2012-11; bare: the current."))]
Year = Annotated[str | None, typer.Option(help=words("A year such as 2012; bare: the current."))]
Output = Annotated[str | None, typer.Option("-o", "--output", help=words("File to write; - for stdout."))]
OutputFolder = Annotated[str | None, typer.Option("-o", "--output", help=words("Folder to write into."))]
Force = Annotated[bool, typer.Option("--force", help=words("Overwrite what eplan did not write."))]
DryRun = Annotated[bool, typer.Option("--dry-run", help=words("Say what would be written."))]
Archival = Annotated[bool, typer.Option("--archival", help=words("PDF/A-2a and PDF/UA-1."))]
