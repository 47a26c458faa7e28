"""Pages read by axe in Chromium, on a screen and on a phone: nothing keeps anybody from reading them."""

import html
import json
import re
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.test_cli import eplan
from tests.test_documents import tool

pytestmark = pytest.mark.documents
AS_OF = ("-C", str(ROOT), "--as-of", "2012-12-31")
PAGES = {
    "report": ("report", "--quarter", "2012Q4"),
    "report in English": ("report", "--quarter", "2012Q4", "--lang", "en"),
    "book": ("book", "--category", "natural-disaster"),
    "handbook": ("handbook", "区林业局"),
    "cards": ("cards", "--unit", "区林业局"),
    "notice": ("notice", "--quarter", "2012Q4", "--unit", "区公安分局"),
}
SCREEN, PHONE = 1280, 500
RUN = """axe.run(document, {resultTypes: ["violations"]}).then(found => {
  const answer = document.createElement("pre");
  answer.id = "axe-answer";
  answer.textContent = JSON.stringify(found.violations.map(one =>
    [one.impact, one.id, one.nodes.length, one.nodes[0].target.join(" ")]));
  document.body.append(answer);
});"""


def axe() -> str:
    package = find_spec("axe_core_python")
    assert package, "install the dev extra: pip install -e '.[dev]'"
    assert package.origin
    return Path(package.origin).with_name("axe.min.js").read_text("utf-8")


def violations(page: Path, width: int) -> list[tuple[str, str, int, str]]:
    """Impact, rule, number of places and the first of them."""
    scripts = "".join(f"<script>{words}</script>" for words in (axe(), RUN))
    probe = page.with_name(f"{page.stem}-axe-{width}.html")
    probe.write_text(page.read_text("utf-8").replace("</body>", f"{scripts}</body>"), "utf-8")
    done = subprocess.run(
        [tool("chromium", "chromium-browser", "google-chrome"), "--headless", "--no-sandbox", "--disable-gpu",
         "--dump-dom", "--virtual-time-budget=600000", f"--window-size={width},1000", probe.as_uri()],
        check=True, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    answer = re.search(r'<pre id="axe-answer">(.*?)</pre>', done.stdout, re.DOTALL)
    assert answer, "axe did not answer"
    return [tuple(one) for one in json.loads(html.unescape(answer[1]))]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("axe")


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [SCREEN, PHONE])
def test_axe_finds_nothing_serious(folder: Path, name: str, width: int) -> None:
    page = folder / f"{name.replace(' ', '-')}.html"
    if not page.exists():
        done = eplan(*PAGES[name], *AS_OF, "--format", "html", "-o", str(page))
        assert done.returncode == 0, done.stderr
    assert [one for one in violations(page, width) if one[0] in ("serious", "critical")] == []


def test_axe_is_awake(folder: Path) -> None:
    page = folder / "bad.html"
    page.write_text(
        '<!doctype html><html><body><img src="x.png"><p style="color:#ccc">grey words</p></body></html>', "utf-8"
    )
    assert {rule for _, rule, _, _ in violations(page, SCREEN)} >= {"image-alt", "html-has-lang", "color-contrast"}
