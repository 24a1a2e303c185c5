"""What was read at a mention, in words, so that an editor can see whether it was read right."""

from __future__ import annotations

from decimal import Decimal

from discrepancy.formats.view.as_written import as_written
from discrepancy.formats.view.figures import unit_words
from discrepancy.formats.view.index import Index
from discrepancy.formats.view.parts import Reading
from discrepancy.formats.words import Words
from discrepancy.model import Date, Fact, Hedge, Mention, Name, Quantity, QuantityKind, Quotation, TimeFrame

__all__ = ["reading_of"]


def reading_of(index: Index, mention: Mention, words: Words) -> Reading:
    """What the first fact at ``mention`` was read as; all empty where none stands there, or a name, which is itself."""
    facts = index.facts_at(mention)
    if not facts or isinstance(facts[0].value, Name):
        return Reading()
    fact = facts[0]
    return Reading(value=_value(fact, words), time=_time(fact, words), voice=_voice(index, fact, words))


def _value(fact: Fact, words: Words) -> str:
    match fact.value:
        case Quantity() as read:
            return _quantity(read, fact.subject.text, words)
        case Date() as read if read.first and read.last:
            first, last = words.date(read.first), words.date(read.last)
            return first if first == last else words("reading.range", low=first, high=last)
        case _:
            return ""


def _quantity(read: Quantity, subject: str, words: Words) -> str:
    low, high = _figure(read.low, read, words), _figure(read.high, read, words)
    figure = low if low == high else words("reading.range", low=low, high=high)
    hedge = "" if read.hedge is Hedge.NONE else read.hedge_text or words(f"hedge.{read.hedge.name.lower()}")
    return " ".join(filter(None, (hedge, figure, unit_words(read.kind, read.unit, words), read.noun or subject)))


def _figure(number: Decimal, read: Quantity, words: Words) -> str:
    """All digits, in the language's way; a share with its sign."""
    exact = number.normalize()
    return words.share(exact) if read.kind is QuantityKind.SHARE else words.number(exact)


def _time(fact: Fact, words: Words) -> str:
    if fact.time_text:
        return fact.time_text
    return "" if fact.time is TimeFrame.UNKNOWN else words(f"time.{fact.time.value}")


def _voice(index: Index, fact: Fact, words: Words) -> str:
    if isinstance(fact.value, Quotation):
        speaker, quoted = fact.value.speaker, True
    elif fact.attribution:
        speaker, quoted = fact.attribution.speaker, fact.attribution.quoted
    else:
        return words("voice.own")
    if not speaker:
        return words("voice.unnamed")
    name = index.named.get(speaker) or as_written(index.documents[fact.mention.document].text, fact.sentence, speaker)
    return words("voice.quoted" if quoted else "voice.reported", speaker=name)
