"""Persons across reports: every report's names for a person lead to one person of the record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dragoman.knowledge.names import FAMILY_FIRST
from dragoman.knowledge.spellings import first_letters
from dragoman.link.names import FULL, HINT, Name, compare, parse
from dragoman.model.event import Event, OfficeAssertion, Party, PersonName
from dragoman.model.reading import ReportReading
from dragoman.model.words import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person of the record: its id, and the fullest name that any report gives."""

    party_id: str
    name: str
    country: str | None


Persons = Mapping[tuple[str, str], Person]
"""From (report_id, the party_id that the report's records carry) to the person of the record."""


@dataclass(slots=True)
class _Cluster:
    """Names that are one person, while the clustering runs."""

    members: list[PersonName] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    mains: dict[Name, None] = field(default_factory=dict)
    """The different fullest names of the members: many reports name a person the same way."""

    def add(self, person: PersonName) -> None:
        self.members.append(person)
        self.mains[_main(person)] = None
        self.names.extend(_names(person))

    def grade(self, person: PersonName) -> int | None:
        """How well the person's fullest name agrees with all full names here; None: not at all."""
        main = _main(person)
        first = bool(FAMILY_FIRST & {person.country, *(m.country for m in self.members)})
        grades = [compare(main, other, family_first=first) for other in self.mains]
        if any(grade is None for grade in grades):
            return None
        return max(grade for grade in grades if grade is not None)

    def suits(self, person: PersonName) -> tuple[bool, bool]:
        """Whether country and an office agree."""
        return (
            person.country is not None and any(m.country == person.country for m in self.members),
            any(set(m.offices) & set(person.offices) for m in self.members),
        )

    def tells_apart(self, person: PersonName) -> bool:
        """Whether a report that names the person by a full name has a member here, named fully."""
        return _main(person).is_full and any(
            m.report_id == person.report_id and _main(m).is_full for m in self.members
        )

    def is_foreign(self, person: PersonName) -> bool:
        """Whether the countries are known and all differ."""
        known = {member.country for member in self.members if member.country}
        return person.country is not None and bool(known) and person.country not in known


def link_persons(readings: Iterable[ReportReading]) -> Persons:
    """Join the persons of all reports by name, country and office.

    Diacritics, case, titles, initials, one-letter misspellings and missing middle names do not
    part two names; a surname or acronym alone joins a full name when only one fits. Two persons of
    one family name stay apart. The order of readings does not matter.
    """
    named = sorted({_key(p): p for r in readings for p in _persons(r)}.items())
    order = sorted(
        (p for _, p in named), key=lambda p: (-len(_main(p).words), fold(p.name), _key(p))
    )
    clusters: list[_Cluster] = []
    index: dict[str, list[int]] = {}
    for person in order:
        at = _choose(person, clusters, _candidates(person, index))
        if at is None:
            at = len(clusters)
            clusters.append(_Cluster())
        clusters[at].add(person)
        for word in _index_words(person):
            if at not in index.setdefault(word, []):
                index[word].append(at)
    return _number(clusters)


def _persons(reading: ReportReading) -> Iterator[PersonName]:
    """The persons a report lists, and those that only its events or offices name."""
    listed = {person.party_id for person in reading.persons}
    yield from reading.persons
    for event in reading.events:
        for party in (*event.actors, *event.recipients, *(o.party for o in event.others)):
            if party.kind == "person" and party.party_id not in listed:
                listed.add(party.party_id)
                yield PersonName(
                    report_id=event.report_id, party_id=party.party_id, name=party.name,
                    variants=(party.name,), country=party.country,
                    offices=(party.office,) if party.office else (),
                )  # fmt: skip
    for office in reading.offices:
        if office.party_id not in listed:
            listed.add(office.party_id)
            yield PersonName(
                report_id=office.report_id, party_id=office.party_id, name=office.name,
                variants=(office.name,), country=office.country, offices=(office.office,),
            )  # fmt: skip


def _key(person: PersonName) -> tuple[str, str]:
    return person.report_id, person.party_id


def _names(person: PersonName) -> list[Name]:
    parsed = [parse(variant) for variant in (person.name, *person.variants)]
    return [name for name in dict.fromkeys(parsed) if name.words]


def _main(person: PersonName) -> Name:
    """The fullest of a person's names."""
    names = _names(person)
    return max(names, key=lambda n: (len(n.words), n.words)) if names else Name((), False)


def _index_words(person: PersonName) -> list[str]:
    """What a cluster can be found by: first letters suffice, spellings may differ by one."""
    words = [first_letters(word) for name in _names(person) for word in name.words]
    initials = ["".join(w[0] for w in name.words) for name in _names(person) if name.is_full]
    acronyms = [name.words[0] for name in _names(person) if name.is_acronym]
    return list(dict.fromkeys([*words, *initials, *acronyms]))


def _candidates(person: PersonName, index: Mapping[str, Sequence[int]]) -> list[int]:
    return sorted({at for word in _index_words(person) for at in index.get(word, ())})


def _choose(person: PersonName, clusters: Sequence[_Cluster], among: Iterable[int]) -> int | None:
    """The one cluster the person belongs to, or None: a new person."""
    graded: list[tuple[int, tuple[bool, bool], int]] = []
    for at in among:
        grade = clusters[at].grade(person)
        if grade is None or clusters[at].tells_apart(person):
            continue
        if clusters[at].is_foreign(person) and _is_weak(grade, person):
            continue
        if grade == HINT and not all(clusters[at].suits(person)):
            continue
        graded.append((grade, clusters[at].suits(person), at))
    if not graded:
        return None
    graded.sort(key=lambda row: (-row[0], not row[1][0], not row[1][1], row[2]))
    if len(graded) > 1 and graded[0][:2] == graded[1][:2]:
        return None  # two persons fit equally well: to join either would be a guess
    return graded[0][2]


def _is_weak(grade: int, person: PersonName) -> bool:
    """A full name outweighs a country wrongly read; a mere surname does not."""
    return grade < FULL or not _main(person).is_full


def _number(clusters: Iterable[_Cluster]) -> dict[tuple[str, str], Person]:
    out: dict[tuple[str, str], Person] = {}
    used: Counter[str] = Counter()
    for cluster in clusters:
        name = _fullest(cluster)
        countries = Counter(m.country for m in cluster.members if m.country)
        country = min(countries, key=lambda c: (-countries[c], c)) if countries else None
        if not parse(name).words:
            for member in cluster.members:
                out[_key(member)] = Person(
                    party_id=member.party_id, name=member.name, country=member.country
                )
            continue
        slug = "person:" + "-".join(fold(name).replace("’", "'").split())
        used[slug] += 1
        party_id = slug if used[slug] == 1 else f"{slug}-{used[slug]}"
        person = Person(party_id=party_id, name=name, country=country)
        out.update((_key(member), person) for member in cluster.members)
    return out


def _fullest(cluster: _Cluster) -> str:
    """The name with most words, most told, with most diacritics."""
    told = Counter(member.name for member in cluster.members)

    def rank(name: str) -> tuple[int, int, int, str]:
        marks = sum(not c.isascii() for c in name)
        return -len(parse(name).words), -marks, -told[name], name

    return min(told, key=rank)


def rename_events(events: Iterable[Event], persons: Persons) -> tuple[Event, ...]:
    """The events with their persons' ids, names and countries as in the record."""
    return tuple(
        replace(
            event,
            actors=tuple(_renamed(p, event.report_id, persons) for p in event.actors),
            recipients=tuple(_renamed(p, event.report_id, persons) for p in event.recipients),
            others=tuple(
                replace(o, party=_renamed(o.party, event.report_id, persons)) for o in event.others
            ),
        )
        for event in events
    )


def _renamed(party: Party, report_id: str, persons: Persons) -> Party:
    person = persons.get((report_id, party.party_id)) if party.kind == "person" else None
    if person is None:
        return party
    return replace(
        party, party_id=person.party_id, name=person.name, country=party.country or person.country
    )


def rename_offices(
    offices: Iterable[OfficeAssertion], persons: Persons
) -> tuple[OfficeAssertion, ...]:
    """The office assertions with their persons' ids and names as in the record.

    "President Ruiz" names no country: it is the person's own, where any report gives it.
    """
    out = []
    for office in offices:
        person = persons.get((office.report_id, office.party_id))
        out.append(
            office
            if person is None
            else replace(
                office,
                party_id=person.party_id,
                name=person.name,
                country=office.country or person.country,
            )
        )
    return tuple(out)
