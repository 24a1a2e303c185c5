"""Who is who: every mention of a person in a story tied to one person.

Within a document a mention already says whom it means (its subject's head, see ``extract/persons.py``). Here full
names are clustered over all documents; what a document names by a surname alone goes to the only one in the story who
bears it, the office deciding between two. Two of one surname stay two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from discrepancy.lexicon.people import office_of
from discrepancy.model import Document, Fact, FactKind, Person, Quotation, Verdict
from discrepancy.names.ages import Ages
from discrepancy.names.compare import compare_names
from discrepancy.stories.kinship import Kinship
from discrepancy.stories.speakers import Speakers
from discrepancy.stories.two_people import are_one, are_two, fits_office, is_slip
from discrepancy.text.characters import fold


def settle_people(
    facts: Sequence[Fact], documents: Iterable[Document] = ()
) -> tuple[tuple[Fact, ...], tuple[Person, ...]]:
    """Tie mentions to persons, and speakers to them.

    Args:
        facts: of all documents of one story, those of a document in the order of its text.
        documents: these documents, whose words around names tell of kin; where none is given, nothing is told.

    Returns:
        The facts, a person's mention with that person's id as its subject's head and a quotation or attribution
        with it as its speaker; and the persons, by id.
    """
    mentions = [fact for fact in facts if fact.kind is FactKind.PERSON]
    full = [fact for fact in mentions if _is_full(fact)]
    clusters = _clusters(full, Ages(facts), Kinship(documents, mentions))
    owner: dict[str, int] = {fact.id: n for n, cluster in enumerate(clusters) for fact in cluster}
    _tie_parts(mentions, clusters, owner)
    things = {word for f in facts if f.kind is FactKind.ORGANISATION for word in fold(f.organisation.name).split()}
    for fact in mentions:
        if fact.id not in owner:
            n = owner[fact.id] = _place_bare(fact, mentions, clusters, owner, things)
            clusters[n : n + 1] = [[*(clusters[n] if n < len(clusters) else []), fact]]
    people = _persons(clusters)
    ids = {fact_id: people[n].id for fact_id, n in owner.items()}
    speakers = Speakers(mentions, ids, people)
    settled = tuple(_settled(fact, ids, speakers) for fact in facts)
    return settled, tuple(sorted(people, key=lambda p: p.id))


def _is_full(fact: Fact) -> bool:
    """Whether a mention gives a full name, and not a part of one that its document gives elsewhere."""
    return bool(fact.name.given and fact.name.surname) and fact.subject.head == fold(fact.name.full)


def _tie_parts(mentions: Sequence[Fact], clusters: list[list[Fact]], owner: dict[str, int]) -> None:
    """Give each part of a name to the person whom its own document names in full by it."""
    at_home = {(fact.mention.document, fact.subject.head): owner[fact.id] for fact in mentions if fact.id in owner}
    for fact in mentions:
        home = at_home.get((fact.mention.document, fact.subject.head))
        if fact.id not in owner and home is not None:
            owner[fact.id] = home
            clusters[home].append(fact)


def _clusters(full: Sequence[Fact], ages: Ages, kinship: Kinship) -> list[list[Fact]]:
    """Mentions by full name, grouped into persons: names that compare as the same, with nothing that says otherwise."""
    by_form: dict[str, list[Fact]] = defaultdict(list)
    for fact in full:
        by_form[fact.name.full].append(fact)
    clusters: list[list[str]] = []
    for form in sorted(by_form, key=lambda f: (-len(by_form[f]), f)):
        home = _home(form, clusters, by_form, ages, kinship)
        if home is None:
            clusters.append([form])
        else:
            home.append(form)
    return [[fact for form in forms for fact in by_form[form]] for forms in clusters]


def _home(
    form: str, clusters: Iterable[list[str]], facts: Mapping[str, Sequence[Fact]], ages: Ages, kinship: Kinship
) -> list[str] | None:
    """The cluster that ``form`` belongs to: the one it matches best and in which nothing speaks against it."""
    best: tuple[float, list[str]] | None = None
    for forms in clusters:
        matches = [compare_names(form, other) for other in forms]
        if any(m.verdict is Verdict.DIFFERENT for m in matches):
            continue
        like = [(other, m.verdict) for other, m in zip(forms, matches, strict=True) if m.spelling_differs]
        if any(are_two(facts[form], facts[other], ages, kinship) for other, _ in like):
            continue
        told = any(v is Verdict.UNSURE and are_one(facts[form], facts[other], ages) for other, v in like)
        if not told and all(m.verdict is not Verdict.SAME for m in matches):
            continue
        score = max(m.score for m in matches)
        if best is None or score > best[0]:
            best = (score, forms)
    return best[1] if best else None


def _place_bare(
    fact: Fact,
    mentions: Sequence[Fact],
    clusters: Sequence[Sequence[Fact]],
    owner: dict[str, int],
    things: Collection[str],
) -> int:
    """The cluster of one whom the document never names in full; a new one where nobody in the story bears the name."""
    surname, office = fold(fact.name.surname), office_of(fact.name.title)
    own = {n for n, cluster in enumerate(clusters) if any(m.mention.document == fact.mention.document for m in cluster)}
    for m in mentions:
        if m.mention.document == fact.mention.document and m.id in owner and m.subject.head == fact.subject.head:
            return owner[m.id]
    if not fact.name.title and any(_is_full(m) and _bears(m, surname) and _is_before(m, fact) for m in mentions):
        return len(clusters)  # the document names some of that surname, and does not tell which of them is meant
    tests: tuple[Callable[[Fact], bool], ...] = (
        lambda m: m.subject.head == fact.subject.head and _is_full(m),
        lambda m: _bears(m, surname),
        lambda m: _bears(m, surname) and bool(office) and office_of(m.name.title) == office,
    )
    for test in tests:
        found = [n for n, cluster in enumerate(clusters) if n not in own and any(map(test, cluster))]
        if len(found) == 1:
            return found[0]
    if surname in things or any(_is_full(m) and _bears(m, surname) for m in mentions):
        return len(clusters)
    return _misspelled(fact, mentions, clusters, own)


def _is_before(one: Fact, other: Fact) -> bool:
    """Whether one mention stands before another of its own document."""
    return one.mention.document == other.mention.document and one.mention.start < other.mention.start


def _misspelled(fact: Fact, mentions: Sequence[Fact], clusters: Sequence[Sequence[Fact]], own: set[int]) -> int:
    """The cluster of one whose surname is misspelled, in another document or in the fact's own; else a new one."""
    surname = fold(fact.name.surname)
    near = [n for n, cluster in enumerate(clusters) if any(_bears(m, surname, near=True) for m in cluster)]
    found = [n for n in near if n not in own and fits_office(fact, clusters[n])]
    if not found:
        found = [n for n in near if n in own and is_slip(fact, clusters[n], mentions)]
    return found[0] if len(found) == 1 else len(clusters)


def _bears(fact: Fact, surname: str, *, near: bool = False) -> bool:
    """Whether ``fact`` names someone of that surname; with ``near``, of one that may be another spelling of it."""
    own = fold(fact.name.surname)
    if own == surname or not near:
        return own == surname != ""  # a given name alone bears none
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


def _settled(fact: Fact, ids: dict[str, str], speakers: Speakers) -> Fact:
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
