from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.naming import files_named, leads_outward
from eplan.repository import Repository
from eplan.rule import Found, rule


@rule(
    "R208",
    severity=Severity.ERROR,
    bad={
        "data/tasks.yaml": """\
areas:
  - id: "1"
    title: 加强应急预案体系建设
    tasks:
      - id: "1.1"
        title: 制定应急预案管理办法
        units: {responsible: [区应急办]}
        due: 2012-06
        deliverables:
          - {title: 管理办法, file: ../档案/管理办法.docx}  # <- R208
          - {title: 印发通知, file: 'D:\\档案\\通知.docx'}  # <- R208
""",
    },
    good={
        "data/tasks.yaml": """\
areas:
  - id: "1"
    title: 加强应急预案体系建设
    tasks:
      - id: "1.1"
        title: 制定应急预案管理办法
        units: {responsible: [区应急办]}
        due: 2013-06
        deliverables:
          - {title: 管理办法, file: files/管理办法.docx}
""",
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
""",
        "files/管理办法.docx": "",
    },
)
def path_outside(repository: Repository) -> Iterator[Found]:
    """A path stays in the folder: it is relative and has no `..`.

    ## Why

    A path to somebody's own disk opens on one computer only, and a path that climbs out of the folder may print what was
    never meant to be printed.

    ## Source

    practice
    """
    for place, path in files_named(repository):
        if leads_outward(path):
            message = say(
                "'{path}' leads out of the folder: put the file into it and write its path from the top", path=path
            )
            yield Found(place, message)
