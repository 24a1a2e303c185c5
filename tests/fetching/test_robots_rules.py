"""What a robots.txt lets a program read: the examples of RFC 9309, and files as they are written."""

from __future__ import annotations

import pytest

from discrepancy.fetching.robots_rules import robots_rules


def allows(text: str, target: str, product: str = "discrepancy") -> bool:
    return robots_rules(text, product).allow(target)


def anybody(*rules: str) -> str:
    return "\n".join(["User-agent: *", *rules])


# RFC 9309, 5.1
SIMPLE = """User-Agent: *
Disallow: *.gif$
Disallow: /example/
Allow: /publications/

User-Agent: foobot
Disallow:/
Allow:/example/page.html
Allow:/example/allowed.gif

User-Agent: barbot
User-Agent: bazbot
Disallow: /example/page.html

User-Agent: quxbot
"""


@pytest.mark.parametrize(
    ("product", "target", "allowed"),
    [
        ("other", "/publications/1", True),
        ("other", "/example/1", False),
        ("other", "/pictures/a.gif", False),
        ("other", "/pictures/a.gif?x=1", True),
        ("foobot", "/", False),
        ("foobot", "/example/page.html", True),
        ("foobot", "/example/allowed.gif", True),
        ("barbot", "/example/page.html", False),
        ("bazbot", "/example/page.html", False),
        ("bazbot", "/example/other.html", True),
        ("quxbot", "/example/page.html", True),
    ],
)
def test_the_simple_example_of_the_standard(product: str, target: str, allowed: bool) -> None:
    assert allows(SIMPLE, target, product) is allowed


def test_the_longest_match_wins_wherever_it_stands() -> None:
    """RFC 9309, 5.2."""
    text = anybody("Allow: /example/page/", "Disallow: /example/page/disallowed.gif")
    assert allows(text, "/example/page/")
    assert not allows(text, "/example/page/disallowed.gif")
    assert allows(anybody("Disallow: /a", "Allow: /a"), "/a")
    assert allows(anybody("Disallow: /", "Allow: /news"), "/news/1")


@pytest.mark.parametrize(
    ("pattern", "target"),
    [
        ("/foo/bar?baz=quz", "/foo/bar?baz=quz"),
        ("/foo/bar?baz=http://foo.bar", "/foo/bar?baz=http%3A%2F%2Ffoo.bar"),
        ("/foo/bar/\u30c4", "/foo/bar/%E3%83%84"),
        ("/foo/bar/%E3%83%84", "/foo/bar/%e3%83%84"),
        ("/foo/bar/%62%61%7A", "/foo/bar/baz"),
        ("/path/file-with-a-%2A.html", "/path/file-with-a-*.html"),
        ("/path/foo-%24", "/path/foo-$"),
        ("/a$b", "/a$b"),
        ("/a b", "/a%20b"),
        ("/~reader", "/%7Ereader"),
    ],
)
def test_letters_and_their_escapes_are_the_same(pattern: str, target: str) -> None:
    """RFC 9309, 2.2.2 and 2.2.3."""
    assert not allows(anybody(f"Disallow: {pattern}"), target)


@pytest.mark.parametrize(
    ("pattern", "target", "fits"),
    [
        ("/fish", "/fish.html", True),
        ("/fish", "/Fish", False),
        ("/fish/", "/fish", False),
        ("/fish*", "/fishheads/yummy.html", True),
        ("/*.php", "/folder/any.php.file.html", True),
        ("/*.php$", "/filename.php", True),
        ("/*.php$", "/filename.php?parameters", False),
        ("/*.php$", "/filename.php5", False),
        ("/fish*.php", "/fishheads/catfish.php?id=1", True),
        ("/a*b*b$", "/ab", False),
        ("/a*b*b$", "/abxb", True),
        ("/a$", "/a", True),
        ("/a$", "/ab", False),
        ("/a%2Fb", "/a/b", False),
        ("/a/b", "/a%2Fb", False),
        ("/path/foo-%24", "/path/foo-x", False),
        ("/path/%2A.html", "/path/x.html", False),
        ("*/private/", "/x/private/1", True),
        ("/*?print=", "/news/1?print=1", True),
    ],
)
def test_patterns(pattern: str, target: str, fits: bool) -> None:
    assert allows(anybody(f"Disallow: {pattern}"), target) is not fits


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("", True),
        ("<!doctype html><title>Not here</title><p>Disallow: /", True),
        ("Disallow: /", True),
        (anybody("Disallow:"), True),
        (anybody("Disallow: /"), False),
        ("\ufeffuser-AGENT : * # everyone\r\nDISALLOW :/ # all\r\n", False),
        ("User-agent: *\rDisallow: /\r", False),
        ("User-agent: Discrepancy/1.0\nDisallow: /", False),
        ("User-agent: discrepancy-images\nDisallow: /", True),
        ("User-agent: cy\nDisallow: /", True),
        ("User-agent: discrepancy\nAllow: /\nUser-agent: *\nDisallow: /", True),
        ("User-agent: *\nDisallow: /\nUser-agent: discrepancy\nDisallow: /x", True),
        ("User-agent: *\n\nDisallow: /", False),
        ("User-agent: a\nSitemap: http://news.example/map\nUser-agent: *\nDisallow: /", False),
        ("User-agent: *\nSitemap: http://news.example/map\n\nUser-agent: a\nDisallow: /", False),
        ("User-agent: *\nCrawl-delay: 5\n\nUser-agent: a\nDisallow: /", True),
        ("User-agent: *\nDisallow: /a\nUser-agent: b\nDisallow: /\nUser-agent: *\nDisallow: /news", False),
    ],
)
def test_groups(text: str, allowed: bool) -> None:
    assert allows(text, "/news/1") is allowed


def test_the_file_itself_may_always_be_read() -> None:
    assert allows(anybody("Disallow: /"), "/robots.txt")


@pytest.mark.parametrize(
    ("said", "seconds"),
    [("5", 5.0), ("0.5", 0.5), ("-1", None), ("0", None), ("nan", None), ("inf", None), ("x", None)],
)
def test_delays(said: str, seconds: float | None) -> None:
    assert robots_rules(anybody(f"Crawl-delay: {said}"), "discrepancy").delay == seconds


def test_the_delay_of_our_own_group_counts() -> None:
    text = "User-agent: *\nCrawl-delay: 30\nUser-agent: discrepancy\nCrawl-delay: 2\nDisallow: /x"
    assert robots_rules(text, "discrepancy").delay == 2.0
    assert robots_rules(text, "other").delay == 30.0


def test_patterns_that_are_made_to_cost_time_cost_little() -> None:
    text = anybody(*(f"Disallow: /{'a*' * 2000}{n}$" for n in range(50)))
    assert allows(text, f"/{'a' * 3000}")
