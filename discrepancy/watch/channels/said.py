"""The words of an alert, on lines of their own: no character of a source's copy can break or turn a line."""

from __future__ import annotations

from discrepancy.followed import Alert, AlertKind, AlertValue
from discrepancy.formats.visible import plain
from discrepancy.messages import SOURCE, render

__all__ = ["chain", "lines", "one_line", "summary"]

_CHANGES = frozenset({AlertKind.FIGURE_CHANGED, AlertKind.UNLABELLED_CHANGE})


def summary(alert: Alert, language: str = SOURCE) -> str:
    """What the alert says, in one line."""
    return one_line(render(alert.summary, language))


def chain(alert: Alert) -> str:
    """The values of a change that went through more than two, "14 → 17 → 23"; empty for any other alert."""
    if alert.kind not in _CHANGES or len(alert.values) <= 2:
        return ""
    return " → ".join(one_line(value.label) for value in alert.values)


def lines(alert: Alert, language: str = SOURCE) -> tuple[str, ...]:
    """What the alert says, and below it who says what, in the source's own words, and where; indented."""
    on_the_way = chain(alert)
    shown = (alert.values[0], alert.values[-1]) if on_the_way else alert.values
    return (
        summary(alert, language),
        *([f"  {on_the_way}"] if on_the_way else []),
        *(f"  {line}" for value in shown for line in _of_value(value)),
    )


def one_line(text: str) -> str:
    """Text with every hidden character as its code, and all white space as one space."""
    return " ".join(plain(text).split())


def _of_value(value: AlertValue) -> list[str]:
    """Who says it, in which words; the address on a line of its own, so that it can be clicked."""
    said = f": “{one_line(value.sentence)}”" if value.sentence else ""
    told = [f"{one_line(value.label)} – {one_line(value.source)}{said}"]
    return [*told, f"  {one_line(value.address)}"] if value.address else told
