"""Sides of domestic acts that the words leave out."""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.event import Place
from dragoman.resolve.home import complete
from tests import factory


def person(name, country=None):
    return factory.party(name, kind="person", country=country)


def telling(act, actors=None, recipients=None, *, place=None, event_type="COERCE"):
    event = factory.event(act, actors, recipients)
    return replace(event, place=place, event_type=event_type)


def countries(parties):
    return [p.country for p in parties]


def test_agentless_arrest_is_by_the_persons_own_state(knowledge):
    (event,) = complete([telling("arrest", None, person("Ode", "GHA"))], knowledge)
    assert countries(event.actors) == ["GHA"]


def test_place_goes_before_the_persons_own_state(knowledge):
    told = telling("arrest", None, person("Ode", "GHA"), place=Place(name="Lomé", country="TGO"))
    assert countries(complete([told], knowledge)[0].actors) == ["TGO"]


def test_another_telling_says_who_held_the_person(knowledge):
    silent = telling("arrest", None, person("Ode", "GHA"))
    told = telling("convict", "TGO", person("Ode", "GHA"), event_type="SANCTION")
    assert countries(complete([silent, told], knowledge)[0].actors) == ["TGO"]


def test_body_without_a_country_belongs_to_the_other_side(knowledge):
    congress = factory.party("congress", kind="group")
    told = telling("remove_from_office", congress, person("Ode", "GHA"))
    assert countries(complete([told], knowledge)[0].actors) == ["GHA"]


def test_person_without_a_country_leaves_it_open(knowledge):
    (event,) = complete([telling("arrest", None, person("Ode"))], knowledge)
    assert event.actors == ()


def test_other_acts_are_left_as_they_are(knowledge):
    told = telling("condemn", None, person("Ode", "GHA"), event_type="ACCUSE")
    assert complete([told], knowledge) == (told,)
