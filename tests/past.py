"""A folder with a past: the small folder of the book tests, changed and committed several times."""

import os
import subprocess
from pathlib import Path

from tests.conftest import write_folder
from tests.test_book import FOLDER

PLANS = "data/plans"
FIRE, STREET, RIOT = f"{PLANS}/forest-fire.yaml", f"{PLANS}/street-a.yaml", f"{PLANS}/riot.yaml"
HOSTILE = (
    '=HYPERLINK("http://example.org") <script>alert(1)</script> #import "x" **b** [a](b) | {{ 7*7 }} \\\\input $x$'
)


def git(root: Path, *arguments: str, day: str = "2012-12-01") -> str:
    stamp = f"{day}T12:00:00+08:00"
    names = {"GIT_AUTHOR_NAME": "t", "GIT_AUTHOR_EMAIL": "t@example.org", "GIT_AUTHOR_DATE": stamp}
    names |= {name.replace("AUTHOR", "COMMITTER"): value for name, value in names.items()}
    done = subprocess.run(
        ["git", "-C", str(root), *arguments], check=True, capture_output=True, text=True, env={**os.environ, **names}
    )
    return done.stdout.strip()


def committed(root: Path, message: str, day: str) -> str:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", message, day=day)
    return git(root, "rev-parse", "HEAD")


def edited(root: Path, name: str, *pairs: tuple[str, str]) -> None:
    text = (root / name).read_text("utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    (root / name).write_text(text, "utf-8")


def with_past(root: Path) -> Path:
    """Tags: one (without the broken file of the book tests), two (changed), three (a broken file), four (mended)."""
    files = {str(path.relative_to(FOLDER)): path.read_bytes() for path in FOLDER.rglob("*.yaml")}
    files.pop(f"{PLANS}/broken.yaml")
    write_folder(root, files)
    git(root, "init", "-q", "-b", "main")
    committed(root, "one", "2012-10-01")
    git(root, "tag", "one")
    change(root)
    committed(root, "two", "2012-11-01")
    git(root, "tag", "two")
    edited(root, FIRE, ("title: ", "title: ["))
    committed(root, "three", "2012-11-10")
    git(root, "tag", "three")
    git(root, "checkout", "-q", "two", "--", FIRE)
    committed(root, "four", "2012-11-20")
    git(root, "tag", "four")
    return root


def change(root: Path) -> None:
    """A plan changed in many ways, one renamed, one withdrawn, one added; a telephone, a store."""
    edited(
        root, FIRE,
        ("principles: [以人为本, 属地为主]", f"principles: [属地为主, 以人为本, '{HOSTILE}']"),
        ("scope: 本区范围内的森林火灾。", "scope: 本区范围内的森林、林地火灾。"),
        ("  site: 前方指挥部由指挥长指定。\n", ""),
        ("lead: 区林业局, members: [甲街道]", "lead: 应急办, members: [甲街道, 乙街道]"),
        ("  2. 地形：坡陡。\n", "  2. 地形：坡陡沟深。\n  3. 火源：上坟烧纸。\n"),
    )  # fmt: skip
    edited(root, RIOT, ("issued: 2012-03-01", "issued: 2012-03-01, withdrawn: {date: 2012-10-31}"))
    edited(root, "data/units.yaml", ("0812-4444444", "0812-4444445"))
    edited(root, "data/supplies/甲街道.yaml", ("quantity: 5台", "quantity: 8台"))
    (root / STREET).rename(root / PLANS / "street-first.yaml")
    (root / PLANS / "street-b.yaml").write_text(
        "title: 乙街道突发事件应急预案\nkind: township\nowner: 乙街道\nedition: {issued: 2012-10-20}\n",
        "utf-8",
    )
