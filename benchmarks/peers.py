"""Peers to measure beside: each in a virtual environment of its own in the user's cache, made on demand."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any

__all__ = ["PeerMissing", "peer_python", "run_peer"]


class PeerMissing(Exception):
    """The peer could not be installed or does not run here."""


def run_peer(name: str, requirements: list[str], script: Path, payload: object) -> dict[str, Any]:
    """Run ``script`` in the peer's own environment: JSON in by standard input, JSON out by its last line.

    Raises:
        PeerMissing: it can not be had, with the reason in one line.
    """
    python = peer_python(name, requirements)
    try:
        done = subprocess.run(
            [python, script], input=json.dumps(payload), capture_output=True, text=True, check=True, timeout=1800
        )
        answer: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
        return answer
    except (subprocess.SubprocessError, OSError, ValueError, IndexError) as problem:
        raise PeerMissing(f"{name} does not run: {_reason(problem)}") from problem


def peer_python(name: str, requirements: list[str]) -> Path:
    """The Python of the peer's environment, which is made and filled where it is not there yet.

    Raises:
        PeerMissing: it can not be had, with the reason in one line.
    """
    folder = _cache() / name
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    done = folder / "installed.txt"
    wanted = "\n".join([sys.version, *requirements])
    if done.is_file() and done.read_text(encoding="utf-8") == wanted:
        return python
    try:
        venv.create(folder, clear=True, with_pip=True)
        subprocess.run(
            [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *requirements],
            capture_output=True,
            text=True,
            check=True,
            timeout=900,
        )
    except (subprocess.SubprocessError, OSError) as problem:
        raise PeerMissing(f"{name} can not be installed: {_reason(problem)}") from problem
    done.write_text(wanted, encoding="utf-8")
    return python


def _cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "discrepancy" / "peers"


def _reason(problem: Exception) -> str:
    written = str(getattr(problem, "stderr", "") or problem).strip()
    return written.splitlines()[-1] if written else type(problem).__name__
