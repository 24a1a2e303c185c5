"""A package that lies where nobody may write, as an administrator installs it: what is kept goes where one says."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.samples import REPO


def test_a_check_writes_nothing_where_the_package_lies(tmp_path: Path) -> None:
    package = tmp_path / "lib" / "discrepancy"
    shutil.copytree(REPO / "discrepancy", package, ignore=shutil.ignore_patterns("__pycache__"))
    there = sorted(package.rglob("*"))
    story = tmp_path / "story"
    story.mkdir()
    (story / "a.txt").write_text("The flood killed 14 people in Elmstead, police said.", encoding="utf-8")
    (story / "b.txt").write_text("The flood in Elmstead killed 23 people, police said.", encoding="utf-8")
    folders = [package.parent, *(each for each in (package, *there) if each.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    try:
        ran = subprocess.run(
            [sys.executable, "-m", "discrepancy.cli", "check", "story", "--cache", "kept", "-o", "report.json"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(package.parent), "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert (ran.returncode, ran.stderr) == (1, "")
        assert sorted(package.rglob("*")) == there  # root may write all the same, and did not
    finally:
        for folder in folders:
            folder.chmod(0o755)
    assert (tmp_path / "report.json").is_file()
    assert any(each.is_file() for each in (tmp_path / "kept").rglob("*"))
