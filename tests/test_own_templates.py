"""The folder's own templates: read from the folder or from a revision of it, as they are saved, links left alone."""

import subprocess
from pathlib import Path

import pytest

from eplan.messages import Refusal
from eplan.reading import read_templates
from eplan.render.templating import built_in
from tests.conftest import write_folder


def commit(folder: Path) -> None:
    for words in (["init", "-q"], ["add", "-A"], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x"]):
        subprocess.run(["git", *words], cwd=folder, check=True)


def test_every_built_in_template_can_be_replaced_in_the_folder_and_at_a_revision(tmp_path: Path) -> None:
    ours = dict.fromkeys(built_in(), "ours")
    write_folder(tmp_path, {f"templates/{name}": words for name, words in ours.items()})
    commit(tmp_path)
    assert read_templates(tmp_path) == ours
    write_folder(tmp_path, {f"templates/{name}": "later" for name in ours})
    assert read_templates(tmp_path, "HEAD") == ours


def test_links_are_not_followed(tmp_path: Path) -> None:
    write_folder(tmp_path, {"secret": "secret", "folder/templates/html/print.css": "ours"})
    folder = tmp_path / "folder"
    (folder / "templates/html/paper.css").symlink_to(tmp_path / "secret")
    commit(folder)
    assert read_templates(folder) == read_templates(folder, "HEAD") == {"html/print.css": "ours"}


def test_another_encoding_is_told(tmp_path: Path) -> None:
    write_folder(tmp_path, {"templates/html/paper.css": "/* 红头 */".encode("gb18030")})
    with pytest.raises(Refusal, match=r"^templates/html/paper\.css must be saved as UTF-8$"):
        read_templates(tmp_path)
