"""The house of docs/architecture.md: who may import whom, and how large a room's files may be."""

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parents[2]
PACKAGE = REPO / "discrepancy"

FLOORS = (
    {
        "model",
        "documents",
        "named",
        "said",
        "decided",
        "followed",
        "labels",
        "errors",
        "bounded",
        "progress",
        "settings",
        "messages",
        "packed",
        "cache",
    },
    {"text", "lexicon", "units", "names", "house_style", "grammar"},
    {"loaders", "fetching", "extract", "stories", "align", "rules", "formats", "frames", "store", "tracking"},
    {"report", "pipeline", "known", "config", "gate"},
    {"pages", "scale", "review", "watch", "doctor"},
    {"api"},
    {"__init__", "cli", "__main__"},
)
FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}

# A room imports lower floors and itself. These are the doors between neighbours, each with its reason.
DOORS = {
    "model": {"documents", "named", "said", "decided"},  # parts of the model in files of their own
    "bounded": {"errors"},  # what the system says of a file is an error of ours
    "followed": {"documents", "model", "said"},  # what is followed are documents and their facts
    "decided": {"said"},  # what was decided keeps the level and the messages of findings
    "messages": {"errors", "model"},  # a catalogue turns the model's Message into text; there may be none
    "settings": {"documents", "said"},  # levels of rules, roles of sources
    "labels": {"model"},  # what a reader calls each of the model's documents
    "lexicon": {"text"},  # words are looked up folded to plain letters
    "units": {"lexicon"},
    "names": {"lexicon"},
    "house_style": {"names", "text"},  # forms are read as names are, and found in plain text
    "grammar": {"lexicon", "text", "units"},  # "€60 million" is read with the units at hand
    "pipeline": {"known", "report"},  # what need not be worked out again; the last stage hands out the report
    "scale": {"pages"},  # a batch writes the same pages of stories, under names made as theirs are
    "cli": {"__init__"},  # the command line is a user of the public API
    "__main__": {"cli"},  # python -m discrepancy
}
# Rooms that may use only some of what is below them.
ONLY = {
    "report": {*FLOORS[0], *FLOORS[1], "formats", "frames"},  # only pipeline knows all the rooms
}

# A library behind one small interface is imported in one place.
LIBRARY_ROOMS = {
    "dask": {"scale"},
    "distributed": {"scale"},
    "docx": {"loaders"},
    "fastapi": {"review"},
    "feedparser": {"loaders"},
    "fsspec": {"scale"},
    "httpx": {"fetching"},
    "jinja2": {"formats", "review"},
    "lxml": {"loaders"},
    "markdown_it": {"loaders"},
    "pandas": {"frames", "report"},
    "py3langid": {"loaders"},
    "pyarrow": {"loaders", "scale"},
    "pypdfium2": {"loaders"},
    "spacy": {"text"},
    "sqlite3": {"store"},
    "starlette": {"review"},
    "trafilatura": {"loaders"},
    "typer": {"cli"},
    "uvicorn": {"review"},
    "warcio": {"loaders"},
    "watchfiles": {"watch"},
}
# Only what the user gives as an address is fetched; nothing else reaches out. The desk app is asked, and asks nobody.
NETWORKED = "fetching"
NETWORK = {"aiohttp", "ftplib", "http.client", "httpx", "requests", "smtplib", "socket", "urllib.request", "urllib3"}

MODULES = sorted(PACKAGE.rglob("*.py"))
SOURCES = [*MODULES, *sorted((REPO / "tests").rglob("*.py")), *sorted((REPO / "benchmarks").rglob("*.py"))]


def dotted(path: Path) -> str:
    """discrepancy/rules/value_differs.py -> discrepancy.rules.value_differs"""
    parts = path.relative_to(REPO).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 2 else parts)


def room(module: str) -> str:
    """The room a dotted module name is in: discrepancy.rules.value_differs -> rules"""
    return module.split(".")[1] if "." in module else "__init__"


def exists(module: str) -> bool:
    path = REPO.joinpath(*module.split("."))
    return path.is_dir() or path.with_suffix(".py").is_file()


def imported(path: Path) -> Iterator[str]:
    """The dotted name of every module that a file imports, those for type checking too."""
    package = dotted(path).split(".") if path.name == "__init__.py" else dotted(path).split(".")[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            origin = ".".join([*base, *([node.module] if node.module else [])])
            for alias in node.names:
                inner = f"{origin}.{alias.name}"
                yield inner if origin.startswith("discrepancy") and exists(inner) else origin


def allowed(here: str) -> set[str]:
    below = {name for name, floor in FLOOR_OF.items() if floor < FLOOR_OF[here]}
    return ONLY.get(here, below) | DOORS.get(here, set()) | {here}


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_imports_go_down(path: Path) -> None:
    here = room(dotted(path))
    assert here in FLOOR_OF, f"give {here} a floor in docs/architecture.md and in {Path(__file__).name}"
    rooms = {room(name) for name in imported(path) if name.split(".")[0] == "discrepancy"}
    assert rooms <= allowed(here), f"{here} may not import {sorted(rooms - allowed(here))}"


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_libraries_stay_in_their_rooms(path: Path) -> None:
    here, names = room(dotted(path)), set(imported(path))
    strays = {name for name in names if here not in LIBRARY_ROOMS.get(name.split(".")[0], {here})}
    assert not strays, f"{sorted(strays)} are for {[LIBRARY_ROOMS[name.split('.')[0]] for name in sorted(strays)]}"


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_nothing_reaches_for_a_network(path: Path) -> None:
    reached = {name for name in imported(path) for banned in NETWORK if f"{name}.".startswith(f"{banned}.")}
    assert not reached or room(dotted(path)) == NETWORKED


def test_rooms_do_not_import_each_other_in_a_circle() -> None:
    graph: dict[str, set[str]] = {}
    for path in MODULES:
        here = room(dotted(path))
        below = {room(name) for name in imported(path) if name.split(".")[0] == "discrepancy"}
        graph.setdefault(here, set()).update(below - {here})
    while leaves := {name for name, below in graph.items() if not below & graph.keys()}:
        graph = {name: below for name, below in graph.items() if name not in leaves}
    assert not graph, f"a circle among {sorted(graph)}"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(REPO)))
def test_no_file_is_long(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 600


def test_most_files_are_short() -> None:
    sizes = [len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES]
    assert statistics.median(sizes) < 100


def test_thresholds_have_names() -> None:
    bare = [
        f"{dotted(path)}:{node.lineno}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Compare)
        for side in (node.left, *node.comparators)
        if isinstance(side, ast.Constant) and isinstance(side.value, float) and side.value not in {0.0, 1.0}
    ]
    assert not bare, "a fraction that decides something is a constant with a name and a reason"


def functions() -> Iterator[tuple[str, int]]:
    """Name and number of lines, docstring apart, of every function of the package."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                first = node.body[0]
                is_docstring = isinstance(first, ast.Expr) and ast.get_docstring(node, clean=False) is not None
                docstring = (first.end_lineno or 0) - first.lineno + 1 if is_docstring else 0
                yield f"{dotted(path)}.{node.name}", (node.end_lineno or 0) - node.lineno + 1 - docstring


def test_functions_are_short() -> None:
    sizes = dict(functions())
    assert not {name: size for name, size in sizes.items() if size > 60}
    longish = {name: size for name, size in sizes.items() if size > 45}
    assert len(longish) <= len(sizes) * 0.02, longish
