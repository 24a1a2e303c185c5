"""Who gets in, and who does not: names, origins, tokens, bodies, odd addresses."""

import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from starlette.types import ASGIApp

from discrepancy.errors import UsageError
from discrepancy.review.app import make_app
from discrepancy.review.desk import Desk
from discrepancy.review.guard import Door
from discrepancy.review.guard.bodies import Limits
from discrepancy.review.guard.keys import Keys, kept_secret
from discrepancy.review.guard.names import is_loopback
from tests.review.client import HERE, Client
from tests.review.desks import client_at, client_of, desk_of, ids

TOKEN = "a token of the desk of Ostvik"  # noqa: S105 -- of this test alone
COMMENT = {"note": "A word.", "who": "Ana Ruiz"}
LOCKED = Door(keys=Keys(token=TOKEN, asked=True), names=frozenset({"desk.example"}), figures=True)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One for all tests here: nobody decides anything."""
    with desk_of(tmp_path_factory.mktemp("desk")) as made:
        yield made


@pytest.fixture(scope="module")
def app(desk: Desk) -> ASGIApp:
    return make_app(desk, Door())


@pytest.fixture
def client(app: ASGIApp) -> Client:
    return client_at(app)


def comment(client: Client, **headers: str) -> int:
    boats = ids(client)["boats"]
    return client.post(f"/api/1/findings/{boats}/comments", json=COMMENT, headers=headers).status_code


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8347", 200),
        ("localhost:8347", 200),
        ("LOCALHOST", 200),
        ("localhost.:9000", 200),
        ("[::1]:8347", 200),
        ("evil.example", 403),
        ("evil.example:8347", 403),
        ("127.0.0.1.evil.example", 403),
        ("localhost.evil.example:8347", 403),
        ("10.0.0.7:8347", 403),
        ("[::ffff:127.0.0.1]", 403),
        ("localhost@evil.example", 400),
        ("localhost/evil", 400),
        ("localhost:8347:1", 400),
        ("", 400),
    ],
)
def test_the_desk_answers_to_its_own_names(client: Client, host: str, status: int) -> None:
    answer = client.get("/api/1/state", headers={"host": host})
    assert answer.status_code == status
    if status != 200:
        assert answer.json()["error"]["remedy"]


@pytest.mark.parametrize(("host", "status"), [("desk.example:1", 200), ("10.0.0.7", 200), ("localhost", 403)])
def test_on_another_address_it_answers_to_those_given(desk: Desk, host: str, status: int) -> None:
    client = client_of(desk, LOCKED, "http://desk.example:8347")
    assert client.get("/api/1/state", headers={"host": host, "authorization": f"Bearer {TOKEN}"}).status_code == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 201),
        ({"origin": HERE}, 201),
        ({"origin": HERE, "sec-fetch-site": "same-origin"}, 201),
        ({"origin": "https://127.0.0.1:8347"}, 201),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "http://127.0.0.1:8348"}, 403),
        ({"origin": "http://localhost:8347"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://["}, 403),
        ({"origin": "file://127.0.0.1:8347"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site", "origin": HERE}, 403),
    ],
)
def test_changes_come_from_its_own_page(client: Client, headers: dict[str, str], status: int) -> None:
    assert comment(client, **headers) == status


@pytest.mark.parametrize(
    ("site", "mode", "status"),
    [("cross-site", "cors", 403), ("same-site", "no-cors", 403), ("cross-site", "navigate", 200), ("none", None, 200)],
)
def test_other_pages_can_lead_here_and_not_read(client: Client, site: str, mode: str | None, status: int) -> None:
    headers = {"sec-fetch-site": site, **({"sec-fetch-mode": mode} if mode else {})}
    assert client.get("/", headers=headers).status_code == status


def test_changes_need_the_token_of_the_page(desk: Desk) -> None:
    client, other = client_of(desk), client_of(desk)
    assert comment(client) == 201
    assert comment(client, **{"x-csrf-token": ""}) == 403
    assert comment(client, **{"x-csrf-token": other.headers["x-csrf-token"]}) == 403
    assert client.post("/api/1/checks", json={}, headers={"x-csrf-token": b"\xe9" * 64}).status_code == 403
    client.cookies.clear()
    assert comment(client) == 403
    client.cookies.set("discrepancy-session-0", "x")
    assert comment(client) == 403


def test_tokens_of_pages_outlive_a_restart(desk: Desk) -> None:
    secrets = [kept_secret(desk.store.path) for _ in range(2)]
    assert secrets[0] == secrets[1]
    assert desk.store.path.with_name("decisions.sqlite.key").stat().st_mode & 0o777 == 0o600
    client = client_of(desk, Door(keys=Keys(secret=secrets[0])))
    again = client_of(desk, Door(keys=Keys(secret=secrets[1])))
    again.cookies, again.headers = client.cookies, client.headers
    assert comment(again) == 201


def test_a_link_in_the_place_of_the_secret_is_not_followed(tmp_path: Path) -> None:
    store, target = tmp_path / "store", tmp_path / "other"
    target.write_bytes(b"k" * 32)
    (tmp_path / "store.key").symlink_to(target)
    assert kept_secret(store) != kept_secret(store)
    assert target.read_bytes() == b"k" * 32


@pytest.mark.parametrize(
    ("given", "status"),
    [
        (f"Bearer {TOKEN}", 200),
        (f"bearer {TOKEN}", 200),
        (f"Bearer {TOKEN}x", 401),
        (f"Bearer {TOKEN[:-1]}", 401),
        ("Bearer", 401),
        ("Basic abc", 401),
        (f"Basic {TOKEN}", 401),
        (None, 401),
    ],
)
def test_on_another_address_all_needs_the_token(desk: Desk, given: str | None, status: int) -> None:
    client = client_of(desk, LOCKED, "http://desk.example")
    headers = {} if given is None else {"authorization": given}
    for path in ("/api/1/state", "/openapi.json", "/report.html"):
        assert client.get(path, headers=headers).status_code == status
    for path in ("/", "/api"):  # a browser, which can not send the header, is led to the form
        assert client.get(path, headers=headers).status_code == (303 if given is None else status)


def test_a_token_lets_programs_change_things_without_a_page(desk: Desk) -> None:
    client = client_of(desk, Door(keys=Keys(token=TOKEN)))
    client.cookies.clear()
    client.headers = {"authorization": f"Bearer {TOKEN}"}
    assert comment(client) == 201
    client.headers = {"authorization": "Bearer something else"}
    assert client.get("/api/1/state").status_code == 401


def test_who_logs_in_is_in(desk: Desk) -> None:
    client = client_of(desk, LOCKED, "http://desk.example")
    assert client.get("/").headers["location"] == "/login"
    assert 'name="token"' in client.get("/login").text
    wrong = client.post("/login", data={"token": "guessed"})
    assert (wrong.status_code, "not the token" in wrong.text) == (401, True)
    assert client.get("/").status_code == 303
    right = client.post("/login", data={"token": TOKEN})
    assert right.status_code == 303
    assert "HttpOnly" in right.headers["set-cookie"]
    assert "SameSite=strict" in right.headers["set-cookie"]
    assert TOKEN not in right.headers["set-cookie"]
    assert client.get("/").status_code == 200
    client.headers["x-csrf-token"] = client.get("/api/1/session").json()["csrf"]
    assert comment(client) == 201


def test_a_token_that_can_be_guessed_is_none() -> None:
    with pytest.raises(UsageError, match="fewer than 16"):
        Keys(token="ostvik")  # noqa: S106 -- the short one
    with pytest.raises(UsageError):
        Keys(asked=True)


@pytest.mark.parametrize(
    ("host", "alone"),
    [("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("desk", False)],  # noqa: S104 -- not listened on
)
def test_what_is_this_machine_alone(host: str, alone: bool) -> None:
    assert is_loopback(host) is alone


@pytest.mark.parametrize(
    "path",
    [
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2fetc%2fpasswd",
        "/%00",
        "/api/1/findings/%00",
        "/api/1/findings/..%2f..%2fetc",
        "/api/1/findings/NUM001-nothing",
        "/api/1/findings/\u00e9\u4e16",
        "/api/1/findings/" + "a" * 500,
        "/api/1/findings/%ff%fe",
        "/report.html/",
        "/static/",
        "/decisions.sqlite",
        "/.discrepancy/",
        "/api/2/state",
    ],
)
def test_nothing_is_at_odd_addresses(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Traceback" not in answer.text
    if path.startswith("/api/1/"):
        assert answer.json()["error"]["what"].endswith(".")
    else:
        assert "<h1>" in answer.text or answer.json()["error"]


def test_an_address_has_an_end(client: Client) -> None:
    assert client.get("/api/1/findings/" + "a" * 5000).status_code == 400
    assert client.get("/api/1/findings?q=" + "a" * 5000).status_code == 400


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"{", "application/json", 400),
        (b"", "application/json", 422),
        (b"[]", "application/json", 422),
        (b"null", "application/json", 422),
        (b'"\xff"', "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b"1" * 10_000, "application/json", 400),
        (b"{}", "text/plain", 415),
        (b"{}", "", 415),
        (b"note=x", "application/x-www-form-urlencoded", 415),
        (json.dumps({**COMMENT, "more": 1}).encode(), "application/json", 422),
        (json.dumps({**COMMENT, "who": "  "}).encode(), "application/json", 422),
        (json.dumps({**COMMENT, "who": "A" * 81}).encode(), "application/json", 422),
        (json.dumps({**COMMENT, "who": "Ana\nRuiz"}).encode(), "application/json", 422),
        (json.dumps({**COMMENT, "who": "discrepancy"}).encode(), "application/json", 422),
        (json.dumps({**COMMENT, "note": "a\0b"}).encode(), "application/json", 422),
        (json.dumps({**COMMENT, "note": "a\ud800b"}).encode(), "application/json", 422),
        (json.dumps({**COMMENT, "note": "a" * 4001}).encode(), "application/json", 422),
        (json.dumps({**COMMENT, "note": 7}).encode(), "application/json", 422),
        (json.dumps(COMMENT).encode(), "application/json; charset=utf-8", 201),
    ],
)
def test_bad_bodies_are_told_in_a_sentence(client: Client, body: bytes, kind: str, status: int) -> None:
    path = f"/api/1/findings/{ids(client)['boats']}/comments"
    answer = client.post(path, content=body, headers={"content-type": kind})
    assert answer.status_code == status
    if status != 201:
        error = answer.json()["error"]
        assert error["what"].endswith(".")
        assert error["remedy"]
        assert "Traceback" not in answer.text


def test_a_body_is_counted_however_it_comes(desk: Desk) -> None:
    client = client_of(desk, Door(limits=Limits(bytes=1000, file_bytes=2000)))
    path, kind = f"/api/1/findings/{ids(client)['boats']}/comments", {"content-type": "application/json"}

    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b" " * 100

    assert client.post(path, content=pieces(), headers=kind).status_code == 413
    assert client.post(path, content=b" " * 1001, headers=kind).status_code == 413
    assert client.post(path, json=COMMENT, headers={"content-length": "5000"}).status_code == 413
    assert client.post("/api/1/files", files={"files": ("a.txt", b"a" * 3000)}).status_code == 413


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_what_can_not_be_done_is_told(client: Client, method: str) -> None:
    answer = client.request(method, "/api/1/state", json={})
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET"
    assert answer.json()["error"]["what"]
    assert client.request(method, "/", json={}).status_code == 405


@pytest.mark.parametrize("path", ["/", "/api", "/api/1/state", "/nothing", "/api/1/nothing", "/report.html"])
def test_every_answer_is_guarded(client: Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    policy = headers["content-security-policy"]
    assert "frame-ancestors 'none'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "*" not in policy
    assert "access-control-allow-origin" not in headers


def test_a_mistake_of_ours_is_told_without_a_trace(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    client = client_of(desk)
    monkeypatch.setattr(type(desk), "standing", lambda self: 1 / 0)
    for path in ("/api/1/state", "/"):
        answer = client.get(path)
        assert answer.status_code == 500
        assert "went wrong" in answer.text
        assert "ZeroDivision" not in answer.text


@pytest.mark.parametrize(
    ("form", "status"),
    [("&".join(f"a{number}=1" for number in range(40)), 401), ("token=" + "x" * 20_000, 413), ("", 401)],
)
def test_an_odd_form_does_not_log_in(desk: Desk, form: str, status: int) -> None:
    client = client_of(desk, LOCKED, "http://desk.example:8347")
    kind = {"content-type": "application/x-www-form-urlencoded"}
    assert client.post("/login", content=form, headers=kind).status_code == status


def test_a_body_has_one_length(client: Client) -> None:
    answer = client.get("/api/1/state", headers={"content-length": "4", "transfer-encoding": "chunked"})
    assert (answer.status_code, answer.headers["connection"]) == (400, "close")


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"ruling": "resolved", "who": "Ana Ruiz"}, "“ruling” is not as it must be: It is none of confirmed, "),
        ({"who": "Ana Ruiz"}, "“ruling” is not as it must be: It is one of confirmed, "),
        ({"ruling": "confirmed", "who": " \u200b"}, "“who” is not as it must be: It is blank, or"),
        ({"ruling": "dismissed", "who": "Ana Ruiz", "note": 5}, "“note” is not as it must be: Input"),
    ],
)
def test_a_decision_that_is_none_is_told_in_words(client: Client, sent: dict[str, object], told: str) -> None:
    answer = client.post(f"/api/1/findings/{ids(client)['boats']}/decisions", json=sent)
    assert answer.status_code == 422
    what = answer.json()["error"]["what"]
    assert what.startswith(told)
    assert not set(what) & set("^\\<[")
