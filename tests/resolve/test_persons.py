"""Persons: the forms of a name in one report are one person."""

from __future__ import annotations

import pytest

from dragoman.resolve.spellings import fits, like, slug


def names_of(asked):
    return {person.name: set(person.variants) for person in asked.cast.persons()}


def test_surname_and_title_join_the_full_name(ask):
    asked = ask("Tom Wade spoke. Wade left. President Wade returned.")
    assert names_of(asked) == {"Tom Wade": {"Tom Wade", "Wade"}}


def test_accents_make_no_difference(ask):
    asked = ask("José Martínez spoke in Chile. Jose Martinez then left.")
    assert len(asked.cast.persons()) == 1


def test_initials_of_the_full_name_are_the_person(ask):
    asked = ask("Carlos Alberto Mendes Rocha won. Supporters of CAMR cheered.")
    assert asked.ids("CAMR") == ["p-carlos-alberto-mendes-rocha"]


def test_particles_belong_to_the_name(ask):
    assert set(names_of(ask("Chilean minister Pedro de la Cruz resigned."))) == {"Pedro de la Cruz"}


def test_two_persons_with_one_surname_the_last_named_is_meant(ask):
    asked = ask("Ana Ruiz spoke in Lima. Later Tom Ruiz answered her. Ruiz then left the hall.")
    assert asked.ids("Ruiz", nth=2) == ["p-tom-ruiz"]


def test_place_name_that_ends_a_name_is_part_of_it(ask):
    asked = ask("Michael Jordan visited Kenya on Friday.")
    assert set(names_of(asked)) == {"Michael Jordan"}


def test_treaty_named_after_a_city_is_no_person(ask):
    assert names_of(ask("Kenya signed the Vienna Convention on Friday.")) == {}


def test_newspaper_is_no_person(ask):
    assert names_of(ask("The Nairobi Herald Tribune reported it.")) == {}


def test_line_end_divides_names(ask):
    asked = ask("The Reply of Chile\nAna Ruiz spoke on Friday to the nation.")
    assert "Ana Ruiz" in names_of(asked)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        (("ana", "ruiz"), ("ana", "maria", "ruiz")),
        (("lopez", "pardo"), ("juan", "lopez", "pardo")),
        (("a", "ruiz"), ("ana", "ruiz")), (("zelensky", "ivan"), ("zelenskiy", "ivan")),
    ],
)  # fmt: skip
def test_fits_takes_shorter_forms(short, long):
    assert fits(short, long)


@pytest.mark.parametrize(
    ("short", "long"),
    [(("ana", "ruiz"), ("tom", "ruiz")), (("ruiz",), ("ana", "ruiz")), (("ana", "b"), ("ana",))],
)
def test_fits_refuses_other_names(short, long):
    assert not fits(short, long)


def test_like_takes_transliterations_of_long_names_only():
    assert like("zelenskyy", "zelenskiy")
    assert not like("ali", "aly")


def test_slug_is_ascii():
    assert slug("José Jerí-Núñez") == "jose-jeri-nunez"


def test_given_name_that_is_also_a_thing_makes_a_person(ask):
    asked = ask("Senator Bill Wade spoke. Later Bill Moss left.")
    assert set(names_of(asked)) == {"Bill Wade", "Bill Moss"}


def test_given_name_after_a_noun_of_kinship_is_a_person_of_the_same_state(ask):
    asked = ask("Kenyan President Tom Wade left. Wade's brother Diego began the talks.")
    party = asked.one("Diego").party
    assert (party.kind, party.country) == ("person", "KEN")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hassan al-Tamimi met Kenya's envoy.", "Hassan al-Tamimi"),
        ("Abdul Karim el-Badri spoke in Kenya.", "Abdul Karim el-Badri"),
        ("Ali bin Rashid Al Tamimi spoke in Kenya.", "Ali bin Rashid Al Tamimi"),
        ("Kim Dae-ho spoke in Seoul.", "Kim Dae-ho"),
        ("Katrín Jónsdóttir spoke in Iceland.", "Katrín Jónsdóttir"),
    ],
)
def test_a_name_is_read_whole(ask, text, name):
    assert list(names_of(ask(text))) == [name]


def test_a_hyphened_adjective_is_no_part_of_a_name(ask):
    asked = ask("Tom Wade-led talks in Kenya failed, and so did Tom Wade-era laws.")
    assert set(names_of(asked)) == {"Tom Wade"}


@pytest.mark.parametrize("place", ["Tel al-Rifat", "Jabhat al-Wada", "Deir al-Moud"])
def test_a_place_or_band_with_an_article_is_no_person(ask, place):
    assert names_of(ask(f"Troops entered {place} on Monday.")) == {}


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Tan Weiming", "Tan"), ("Sergei Ivanovich Brusilov", "Sergei Brusilov"),
        ("Gabriel Ruiz Márquez", "Ruiz Márquez"), ("Volodymyr Brynskyi", "Brynsky"),
        ("Muammar Gaddour", "Qaddour"), ("Kim Dae-ho", "Kim Dae Ho"),
        ("Katrín Jónsdóttir", "Katrín"),
    ],
)  # fmt: skip
def test_forms_of_one_name_are_one_person(ask, full, short):
    asked = ask(f"President {full} spoke. Then {short} left. President {short} returned.")
    assert len(asked.cast.persons()) == 1


def test_mr_and_mrs_of_one_surname_are_told_apart(ask):
    asked = ask("Tom Wade and his wife Ana Wade came. Mr. Wade spoke. Mrs. Wade left the hall.")
    assert asked.ids("Wade", nth=2) == ["p-tom-wade"]
    assert asked.ids("Wade", nth=3) == ["p-ana-wade"]


def test_father_and_son_of_one_name_are_two(ask):
    asked = ask("Tom Wade Jr. spoke. Tom Wade Sr. answered him.")
    assert len(asked.cast.persons()) == 2


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Alejandro Torres", "Alejandra Torres"), ("Martin Wade", "Martina Wade"),
        ("Bill Moss", "William Moss"), ("Kim Dae-ho", "Kim Dae-su"),
        ("George W. Moss", "George H.W. Moss"),
    ],
)  # fmt: skip
def test_two_full_names_in_one_report_are_two_persons(ask, left, right):
    assert len(ask(f"Kenya's {left} met {right} on Monday.").cast.persons()) == 2
