"""The message catalogue: every key that the program uses is there, with the parameters it is given."""

from __future__ import annotations

import ast
import datetime as dt
import re
import string
from decimal import Decimal
from functools import cache

import pytest

from discrepancy.errors import UsageError
from discrepancy.messages import catalogue, languages, render, resolve
from discrepancy.messages.__main__ import differences, forms_of, main, read
from discrepancy.messages.po import read_po
from discrepancy.model import Finding, Message, Param
from discrepancy.rules import all_rules
from discrepancy.rules.rule import Rule, joined
from tests.samples import REPO, check_example, seeds_report

ENGLISH = {key: forms[-1] for key, forms in catalogue().forms.items()}


def used_keys() -> set[str]:
    """Keys written out in ``Message("…", …)`` anywhere in the package."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted((REPO / "discrepancy").rglob("*.py"))]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    first = [c.args[0] for c in calls if isinstance(c.func, ast.Name) and c.func.id == "Message" and c.args]
    return {each.value for each in first if isinstance(each, ast.Constant) and isinstance(each.value, str)}


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_key_that_is_used_is_there() -> None:
    assert len(used_keys()) > 10
    assert used_keys() <= ENGLISH.keys()


def test_every_key_of_a_rule_is_used() -> None:
    rules = {key for key in ENGLISH if re.match(r"[A-Z]{3}\d{3}\.|reconcile\.|spelling\.", key)}
    assert rules <= used_keys()


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_rule_can_be_said(rule: object) -> None:
    code = rule.code  # type: ignore[attr-defined]  # a Rule, whose import would be for its name alone
    assert {f"{code}.summary", f"{code}.explanation"} <= ENGLISH.keys()


@pytest.mark.parametrize("key", ENGLISH)
def test_a_sentence_is_well_formed(key: str) -> None:
    text = ENGLISH[key]
    assert text
    assert all(re.fullmatch(r"[a-z_]+", name) for name in fields(text))
    if key != "page.list":
        assert text == text.strip()
    if re.fullmatch(r"[A-Z]{3}\d{3}\.explanation|reconcile\..+", key):
        assert text.endswith(".")


def test_what_is_counted_has_a_singular_and_a_plural() -> None:
    counted = [forms for forms in catalogue().forms.values() if len(forms) > 1]
    assert counted
    assert all(len(forms) == 2 and "{n}" in forms[-1] for forms in counted)
    said = [render(Message("page.verdict.conflicts", {"n": str(n)}), "en", n) for n in (0, 1, 2)]
    assert said == ["0 conflicts", "1 conflict", "2 conflicts"]


@cache
def every_finding() -> list[Finding]:
    """The findings of every rule's example, and of the seeds."""
    examples = (check_example(rule.conflict, also=[rule.code] if rule.asked else []) for rule in all_rules())
    return [finding for report in (seeds_report(), *examples) for finding in report.findings]


def messages_of(finding: Finding) -> list[Message]:
    reason = finding.reconciliation
    labels = [value.said for value in finding.values if value.said]
    return [finding.summary, finding.explanation, *([reason.text] if reason else []), *labels]


@pytest.mark.parametrize("language", languages())
def test_every_finding_can_be_said(language: str) -> None:
    assert {finding.rule for finding in every_finding()} == {rule.code for rule in all_rules()}
    for message in (message for finding in every_finding() for message in messages_of(finding)):
        said = render(message, language)
        assert "{" not in said
        assert "  " not in said
        assert said == said.strip()


def test_a_label_is_what_is_said_of_it_in_english() -> None:
    told = [value for finding in every_finding() for value in finding.values if value.said]
    assert {finding.rule for finding in every_finding() for value in finding.values if value.said} >= {"CLM002"}
    assert [render(value.said) for value in told if value.said] == [value.label for value in told]


def test_no_word_of_ours_is_left_in_english() -> None:
    """Whatever a rule puts into its message is the article's own, or is said in the reader's language."""
    ours = re.compile(r"\b(?:a negation|a figure|an opposite|spelling of|transliteration|diacritics|planned|up|down)\b")
    seen = 0
    for finding in every_finding():
        given = " ".join(mention.text for value in finding.values for mention in value.mentions)
        for message in messages_of(finding):
            seen += bool(ours.search(render(message)))
            assert not {word for word in ours.findall(render(message, "es")) if word not in given}
    assert seen >= 5


def test_catalogues_agree() -> None:
    assert len(languages()) > 1
    assert main() == 0


HEAD = 'msgid ""\nmsgstr ""\n"Language: es\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
ONE = 'msgid "page.one"\nmsgstr "{n} of the files"\n\n'
TWO = 'msgid "page.two"\nmsgid_plural "page.two"\nmsgstr[0] "one file"\nmsgstr[1] "{n} files"\n\n'
RULE = 'msgid "NUM001.summary"\nmsgstr "{forms}"\n\n'
NAMED = 'msgid "rule.NUM001.name"\nmsgstr "cifra"\n\nmsgid "rule.NUM001.summary"\nmsgstr "Una cifra."\n\n'
UNO = 'msgid "page.one"\nmsgstr "{n} de los archivos"\n\n'
DOS = 'msgid "page.two"\nmsgid_plural "page.two"\nmsgstr[0] "un archivo"\nmsgstr[1] "{n} archivos"\n\n'


@pytest.mark.parametrize(
    ("english", "spanish", "told"),
    [
        (ONE + TWO + RULE, UNO + DOS + RULE + NAMED, []),
        (ONE + TWO, UNO, ["missing: page.two"]),
        (ONE, 'msgid "page.one"\nmsgstr ""\n\n', ["missing: page.one"]),
        (RULE, RULE, ["missing: rule.NUM001.name", "missing: rule.NUM001.summary"]),
        (ONE, UNO + DOS + NAMED, ["stale: page.two", "stale: rule.NUM001.name", "stale: rule.NUM001.summary"]),
        (ONE, "#, fuzzy\n" + UNO, ["doubtful: page.one"]),
        (ONE, UNO.replace("{n}", "{number}"), ["parameters: page.one"]),
        (ONE, UNO.replace("{n} ", ""), ["parameters: page.one"]),
        (ONE, ONE, ["left in English: page.one"]),
        (TWO, TWO, ["left in English: page.two"]),
        (RULE + ONE.replace("of the files", "total"), RULE + ONE.replace("of the files", "total") + NAMED, []),
        (TWO, DOS.replace("un archivo", ""), ["plural forms: page.two"]),
        (TWO, UNO.replace("one", "two"), ["plural forms: page.two"]),
    ],
)
def test_what_is_wrong_with_a_catalogue_is_told(english: str, spanish: str, told: list[str]) -> None:
    catalogs = [
        read((HEAD + text).splitlines(keepends=True), name) for text, name in ((english, "en"), (spanish, "es"))
    ]
    assert list(differences(*catalogs)) == told


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_rule_has_a_name_and_a_summary_in_spanish(rule: Rule) -> None:
    name, summary = (render(Message(f"rule.{rule.code}.{part}"), "es") for part in ("name", "summary"))
    assert name != rule.name
    assert name == name.strip(" .")
    assert summary.endswith(".")
    assert summary != rule.summary


@pytest.mark.parametrize(
    ("param", "english", "spanish"),
    [
        ("its own words", "its own words", "its own words"),
        (Decimal("1234.50"), "1,234.50", "1.234,50"),
        (12345, "12,345", "12.345"),
        (10**30, "1" + ",000" * 10, "1" + ".000" * 10),
        (dt.date(2031, 3, 4), "2031-03-04", "4 de marzo de 2031"),
        (dt.datetime(2031, 3, 4, 9, 5, tzinfo=dt.UTC), "2031-03-04 09:05", "4 de marzo de 2031, 9:05"),
        (Message("words.or", {"a": Message("turned.day"), "b": Decimal("2.5")}), "a day or 2.5", "un día o 2,5"),
        ((Decimal(1200), " m"), "1,200 m", "1.200 m"),
        (joined([Message("turned.name"), "x"], " / "), "a name / x", "un nombre / x"),
        (joined([Message("turned.name"), Message("turned.figure")]), "a name, a figure", "un nombre, una cifra"),
        (joined([]), "", ""),
    ],
)
def test_a_parameter_is_written_in_the_readers_way(param: Param, english: str, spanish: str) -> None:
    message = Message("page.text", {"text": param})
    assert (render(message), render(message, "es")) == (english, spanish)
    assert hash(message) == hash(Message("page.text", {"text": param}))


@pytest.mark.parametrize(
    ("asked", "tag", "number"),
    [
        ("en", "en", "1,234.5"),
        ("es", "es", "1.234,5"),
        ("ES", "es", "1.234,5"),
        ("es-ES", "es-ES", "1.234,5"),
        ("es_MX", "es-MX", "1,234.5"),
        ("en-in", "en-IN", "1,234.5"),
        ("es-QQ", "es", "1.234,5"),
    ],
)
def test_a_language_may_be_asked_for_with_its_country(asked: str, tag: str, number: str) -> None:
    assert resolve(asked) == tag
    assert render(Message("page.text", {"text": Decimal("1234.5")}), asked) == number
    assert render(Message("page.report"), asked) == render(Message("page.report"), tag[:2])


@pytest.mark.parametrize("asked", ["tlh", "", "e", "es ES", "../en", "english", "es;"])
def test_a_language_that_is_not_there_is_an_error(asked: str) -> None:
    with pytest.raises(UsageError, match=re.escape("There are: English (en), Spanish (es).")):
        resolve(asked)
    with pytest.raises(UsageError):
        catalogue(asked)


def test_words_of_an_article_are_filled_in_as_they_are() -> None:
    assert render(Message("page.text", {"text": "{x} %s <b> {0}"})) == "{x} %s <b> {0}"


def test_an_unknown_key_or_a_missing_parameter_is_an_error() -> None:
    with pytest.raises(KeyError):
        render(Message("no.such.key"))
    with pytest.raises(KeyError):
        render(Message("page.text"))


@pytest.mark.parametrize("language", languages())
def test_our_files_are_read_as_babel_reads_them(language: str) -> None:
    text = (REPO / "discrepancy" / "messages" / f"{language}.po").read_text(encoding="utf-8")
    theirs, ours = read(text.splitlines(keepends=True), language), read_po(text)
    assert ours.forms == forms_of(theirs)
    assert ours.plural == theirs.plural_expr


HEAD = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'


def test_what_a_catalogue_may_hold() -> None:
    text = (
        f'{HEAD}\n# a note\n#~ msgid "old"\n#~ msgstr "gone"\n'
        'msgid "a"\nmsgstr ""\n"one "\n"\\"two\\"\\n\\\\"\n\nmsgid "none"\nmsgstr ""\n'
        'msgid "b"\nmsgid_plural "b"\nmsgstr[0] "x"\nmsgstr[1] "y"\n'
    )
    assert read_po(text).forms == {"a": ('one "two"\n\\',), "b": ("x", "y")}
    assert read_po(text).forms == forms_of(read(text.splitlines(keepends=True), "en"))


@pytest.mark.parametrize("line", ['msgctxt "menu"', "msgid unquoted", 'msgid "open', "nonsense"])
def test_a_line_of_a_catalogue_that_is_not_known_is_an_error(line: str) -> None:
    with pytest.raises(ValueError, match="line 5 "):
        read_po(f'{HEAD}\n{line}\nmsgstr "x"\n')


def test_a_catalogue_tells_its_plural_forms() -> None:
    with pytest.raises(ValueError, match="plural"):
        read_po('msgid "a"\nmsgstr "b"\n')


def test_numbers_that_are_equal_are_written_with_the_digits_they_have() -> None:
    told: list[Param] = [Decimal("1.0"), Decimal("1.00"), 1, Decimal(0), Decimal("-0")]
    assert [render(Message("page.text", {"text": each})) for each in told] == ["1.0", "1.00", "1", "0", "-0"]
