from collections.abc import Iterator

from eplan.finding import Severity
from eplan.messages import say
from eplan.naming import files_named, leads_outward
from eplan.repository import Repository
from eplan.rule import Found, rule


@rule(
    "R207",
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
          - title: 应急预案管理办法
            file: files/管理办法.pdf  # <- R207
        done:
          date: 2012-06-20
          evidence: files/印发通知.pdf  # <- R207
""",
        "files/管理办法.docx": "",
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
        due: 2012-06
        deliverables:
          - title: 应急预案管理办法
            file: files/管理办法.docx
        done:
          date: 2012-06-20
          evidence: 印发通知，区应急办存档
""",
        "data/units.yaml": """\
units:
  - {name: 区应急办, kind: office}
""",
        "files/管理办法.docx": "",
    },
)
def missing_file(repository: Repository) -> Iterator[Found]:
    """Every file that is named as evidence, annex or deliverable is in the folder.

    Paths are written from the top of the folder, with `/`. Where a field may also hold words (`evidence`, `script`,
    `archive`), only what ends like a file name is looked for.

    ## Why

    Evidence that cannot be opened proves nothing; the gap shows on the day of the inspection.

    ## Source

    practice

    ## Not caught

    A folder given as `archive`, and papers that are kept in the registry and described in words.
    """
    for place, path in files_named(repository):
        if not leads_outward(path):
            yield Found(place, say("there is no file '{path}' in the folder: add it or correct the path", path=path))
