"""Who is who: every mention of a person in a story tied to one person.

Full names are clustered over all documents; a bare surname goes to the person of its own document who bears it and
was named last, else to the only one in the story who does. Two of one surname stay two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from discrepancy.lexicon.people import office_of
from discrepancy.model import Fact, FactKind, Person, Quotation, Span, Verdict
from discrepancy.names.compare import compare_names
from discrepancy.text.characters import fold


def settle_people(facts: Sequence[Fact]) -> tuple[tuple[Fact, ...], tuple[Person, ...]]:
    """Tie mentions to persons, and speakers to them.

    Args:
        facts: of all documents of one story, those of a document in the order of its text.

    Returns:
        The facts, a person's mention with that person's id as its subject's head and a quotation or attribution
        with it as its speaker; and the persons, by id.
    """
    mentions = [fact for fact in facts if fact.kind is FactKind.PERSON]
    full = [fact for fact in mentions if fact.name.given]
    clusters = _clusters(full)
    owner: dict[str, int] = {fact.id: n for n, cluster in enumerate(clusters) for fact in cluster}
    for fact in mentions:
        if not fact.name.given:
            owner[fact.id] = _place_bare(fact, mentions, clusters, owner)
    people = _persons(clusters)
    ids = {fact_id: people[n].id for fact_id, n in owner.items()}
    speakers = _Speakers(mentions, ids, people)
    settled = tuple(_settled(fact, ids, speakers) for fact in facts)
    return settled, tuple(sorted(people, key=lambda p: p.id))


def _clusters(full: Sequence[Fact]) -> list[list[Fact]]:
    """Mentions by full name, grouped into persons: names that compare as the same, with none that says otherwise."""
    by_form: dict[str, list[Fact]] = defaultdict(list)
    for fact in full:
        by_form[fact.name.full].append(fact)
    clusters: list[list[str]] = []
    for form in sorted(by_form, key=lambda f: (-len(by_form[f]), f)):
        home = _home(form, clusters)
        if home is None:
            clusters.append([form])
        else:
            home.append(form)
    return [[fact for form in forms for fact in by_form[form]] for forms in clusters]


def _home(form: str, clusters: Iterable[list[str]]) -> list[str] | None:
    """The cluster that ``form`` belongs to: the one it matches best and in which no name speaks against it."""
    best: tuple[float, list[str]] | None = None
    for forms in clusters:
        matches = [compare_names(form, other) for other in forms]
        if any(m.verdict is Verdict.DIFFERENT for m in matches) or all(m.verdict is not Verdict.SAME for m in matches):
            continue
        score = max(m.score for m in matches)
        if best is None or score > best[0]:
            best = (score, forms)
    return best[1] if best else None


def _place_bare(fact: Fact, mentions: Sequence[Fact], clusters: list[list[Fact]], owner: dict[str, int]) -> int:
    """The cluster of a bare surname; a new one where nobody in the story bears it."""
    surname = fold(fact.name.surname)
    at_home = [
        m for m in mentions if m.mention.document == fact.mention.document and m.id in owner and _bears(m, surname)
    ]
    title = office_of(fact.name.title)
    if title:
        same_office = [m for m in at_home if office_of(m.name.title) == title]
        at_home = same_office or at_home
    before = [m for m in at_home if m.mention.start < fact.mention.start]
    if at_home:
        n = owner[(before[-1] if before else at_home[0]).id]
        clusters[n].append(fact)
        return n
    for near in (False, True):
        found = {n for n, cluster in enumerate(clusters) if any(_bears(m, surname, near=near) for m in cluster)}
        if len(found) == 1:
            n = found.pop()
            clusters[n].append(fact)
            return n
    clusters.append([fact])
    return len(clusters) - 1


def _bears(fact: Fact, surname: str, *, near: bool = False) -> bool:
    """Whether ``fact`` names someone of that surname; with ``near``, of one that may be another spelling of it."""
    own = fold(fact.name.surname)
    if own == surname or not near:
        return own == surname
    if min(len(own), len(surname)) < 5 or own[0] != surname[0]:
        return False
    return compare_names(own, surname).verdict is Verdict.SAME


def _persons(clusters: Sequence[Sequence[Fact]]) -> list[Person]:
    """One person a cluster, called by the form used most (the longer, then the first in order, where even)."""
    people: list[Person] = []
    seen: Counter[str] = Counter()
    for cluster in clusters:
        forms = Counter(fact.name.full for fact in cluster)
        longest = max(len(form.split()) for form in forms)
        name = min((f for f in forms if len(f.split()) == longest), key=lambda f: (-forms[f], f))
        key = fold(name).replace(" ", "-") or "unnamed"
        seen[key] += 1
        key = key if seen[key] == 1 else f"{key}-{seen[key]}"
        people.append(Person(id=key, name=name, facts=tuple(sorted(fact.id for fact in cluster))))
    return people


class _Speakers:
    """Who is meant by the words that name a speaker, in one document or, failing that, in the whole story."""

    def __init__(self, mentions: Sequence[Fact], ids: dict[str, str], people: Sequence[Person]) -> None:
        self._by_document: dict[str, list[Fact]] = defaultdict(list)
        self._ids = ids
        bearers: dict[str, set[str]] = defaultdict(set)
        for fact in mentions:
            self._by_document[fact.mention.document].append(fact)
            bearers[fold(fact.mention.text)].add(ids[fact.id])
            bearers[fold(fact.name.surname)].add(ids[fact.id])
        for person in people:
            bearers[fold(person.name)].add(person.id)
        self._by_words = {words: keys.copy().pop() for words, keys in bearers.items() if len(keys) == 1}

    def at(self, document: str, span: Span, words: str) -> str:
        """The id of the person named at ``span``; else of the one whom the words name; else the words as a key."""
        for fact in self._by_document[document]:
            if fact.mention.start < span.end and span.start < fact.mention.end:
                return self._ids[fact.id]
        return self._by_words.get(fold(words)) or _role_words(words)

    def called(self, document: str, words: str) -> str:
        """The id of the person whom ``words`` name in that document, else in the story; else the words as a key."""
        for fact in self._by_document[document]:
            if fact.mention.text == words:
                return self._ids[fact.id]
        return self._by_words.get(fold(words)) or _role_words(words)


def _settled(fact: Fact, ids: dict[str, str], speakers: _Speakers) -> Fact:
    """``fact`` with persons' ids in place of the words that name them."""
    if fact.kind is FactKind.PERSON:
        return replace(fact, subject=replace(fact.subject, head=ids[fact.id]))
    value, document = fact.value, fact.mention.document
    if isinstance(value, Quotation) and value.speaker_span is not None:
        speaker = speakers.at(document, value.speaker_span, value.speaker)
        fact = replace(fact, value=replace(value, speaker=speaker))
    if fact.attribution is not None:
        speaker = speakers.called(document, fact.attribution.speaker)
        fact = replace(fact, attribution=replace(fact.attribution, speaker=speaker))
    return fact


def _role_words(words: str) -> str:
    """A speaker who is no named person ("The police"), as a key: folded, without an article."""
    parts = fold(words).split()
    return " ".join(parts[1:] if parts and parts[0] in {"the", "a", "an"} else parts)
