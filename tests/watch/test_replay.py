"""The scripted day against a server of this machine: what was planted is told once, and a kill changes nothing."""

import datetime as dt
import json
import os
import random
import signal
import subprocess
import sys
import threading
from collections import Counter
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.watch.replay.day import outlets, stories
from tests.watch.replay.run import alerts_of, clock_of, follow, write_configuration
from tests.watch.replay.scoring import score
from tests.watch.replay.serving import serving

REPO = Path(__file__).parents[2]
PRECISION = 0.95
CHANGES = {"figure-changed", "unlabelled-change", "correction"}
MISSED = 0.15
"""Of changes in stories that nobody looked at, as of those of the last time that it was measured."""


def _day():
    """Sixty articles of more than three hundred versions, those that nobody looked at among them."""
    told = [*stories(["unseen"]), *stories(["seen"], 6)]
    return [article for found, _ in told for article in found], [each for _, found in told for each in found]


def _a_story():
    """Three articles of one story, and what should be alerted of them."""
    articles, expected = next(each for each in stories(["seen"]) if each[0][0].story == "dunmarsh-measles")
    outlets = {article.outlet for article in articles[:3]}
    return articles[:3], [each for each in expected if set(each.outlets) <= outlets]


@contextmanager
def _receiving():
    """A receiver of webhooks: the key and the body of each message, as they came."""
    came: list[tuple[str, bytes]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            came.append((self.headers["Idempotency-Key"], body))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/alerts", came
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def day(soak):
    """Some stories of the day, with what should be alerted; all of them in a soak."""
    return _day() if soak else _a_story()


@pytest.fixture(scope="module")
def undisturbed(day, tmp_path_factory):
    """The alerts of the day when nothing goes wrong, and what the channels were given."""
    folder = tmp_path_factory.mktemp("undisturbed")
    articles, _ = day
    clock = clock_of(folder)
    with serving(outlets(articles), clock.now) as base, _receiving() as (hook, came):
        follow(_configured(folder, articles, base, hook), clock)
    return alerts_of(folder), _lines(folder), came, int(base.rpartition(":")[2])


def _configured(folder, articles, base, hook):
    path = write_configuration(folder, outlets(articles), base)
    (folder / "secret").write_text("a key of this test, and of nothing else")
    with path.open("a", encoding="utf-8") as file:
        file.write(f'\n[[alerts]]\nto = "webhook"\naddress = "{hook}"\nsecret_file = "secret"\n')
        file.write('\n[[alerts]]\nto = "atom"\npath = "changes.atom"\n')
    return path


def _lines(folder):
    return [json.loads(line) for line in (folder / "alerts.jsonl").read_text(encoding="utf-8").splitlines()]


def test_every_planted_change_of_an_article_is_told_once_and_little_else(day, undisturbed, soak):
    found = score(undisturbed[0], day[1])
    planted = [each for each in day[1] if each.kind in CHANGES]
    missed = [each for each in found.missed if each.kind in CHANGES]
    assert len(missed) <= (MISSED * len(planted) if soak else 0), found.lines()
    assert found.precision >= PRECISION, found.lines()


def test_each_alert_is_one_line_and_is_in_one_message(undisturbed):
    alerts, lines, came, _ = undisturbed
    assert Counter(line["key"] for line in lines) == Counter(alert.key for alert in alerts)
    posted = [alert["key"] for _, body in came for alert in json.loads(body)["alerts"]]
    assert Counter(posted) == Counter(alert.key for alert in alerts)
    assert len({key for key, _ in came}) == len(came)


def _moment(folder):
    """The moment of the clock of another process."""
    return dt.datetime.fromisoformat((folder / "clock").read_text())


def _run(configuration, seconds):
    """Follow the day for so long after the first version is worked off, or to its end; whether it got there."""
    command = [sys.executable, "-m", "tests.watch.replay.run", str(configuration)]
    with subprocess.Popen(command, cwd=REPO, stdout=subprocess.PIPE, start_new_session=True) as process:
        assert process.stdout is not None
        process.stdout.readline()  # it has begun
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return False
        assert process.returncode == 0
        return True


@pytest.mark.faults
def test_killed_anywhere_it_tells_the_same_in_the_end(day, undisturbed, tmp_path, soak):
    """Kill -9 at random points: the same alerts, each a line once; a webhook may come again, with its key."""
    articles, _ = day
    chance = random.Random(20250506)  # noqa: S311 - where to kill, and no secret
    wanted = 100 if soak else 2
    kills = 0
    alerts, lines, _, port = undisturbed
    clock_of(tmp_path)
    served = serving(outlets(articles), lambda: _moment(tmp_path), port)  # articles are known by their addresses
    with served as base, _receiving() as (hook, came):
        path = _configured(tmp_path, articles, base, hook)
        while kills < wanted and not _run(path, chance.uniform(0.2, 2.0)):
            kills += 1
        assert kills == wanted, "the day was over before it was killed so often"
        assert _run(path, None)
    assert {alert.key for alert in alerts_of(tmp_path)} == {alert.key for alert in alerts}
    assert Counter(line["key"] for line in _lines(tmp_path)) == Counter(line["key"] for line in lines)
    bodies = dict(came)
    assert all(bodies[key] == body for key, body in came)
    posted = Counter(alert["key"] for body in bodies.values() for alert in json.loads(body)["alerts"])
    assert posted == Counter(alert.key for alert in alerts)
