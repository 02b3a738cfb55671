"""Words that resolving looks for: parts of names, titles of address, words of things.

What a political scientist may want to change stands in the knowledge files; these are facts of
the language that the rules in this package rest on.
"""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of `text` as a set."""
    return frozenset(text.split())


THINGS = words(
    """
    convention treaty agreement act war day street avenue road airport river island islands
    mountain mountains sea ocean bay lake province region district stadium prize award cup games
    report plan accord accords protocol summit forum conference program programme project
    operation hall square tower bridge building centre center times post news herald journal
    tribune gazette hotel museum cathedral institute fund front law constitution code bill
    article charter declaration resolution nations county valley coast internet islam god rights
    affairs security service services desk team system systems industries airways airlines corp
    inc ltd co oil gas energy strait peninsula gulf port north south east west northern southern
    eastern western central international national federal state foreign public general special
    human supreme high world global american un us eu covid-19 covid coronavirus ebola cold
    spring revolution doctrine process talks deal crisis affair case scandal directive order
    number no flight boeing airbus english spanish french arabic twitter facebook dialogue
    initiative department ministry party union league corps police army navy force forces guard
    embassy consulate congress senate parliament assembly council court committee commission
    group house palace bank university school college church company republic kingdom city town
    village statute magazine radio television tv network media agency office bureau board
    chamber memorandum images photos photo mr internal external interior defense defence justice
    finance trade economy commerce health education agriculture culture labor labour transport
    environment
    deir tel tell ain jabal wadi beit bayt bir ras kafr nahr souk marj sharm shatt madinat masjid
    ahrar jabhat liwa ansar tahrir harakat hashd jaish jaysh dar quwat kataib asaib saraya faylaq
    """
)
"""Words, folded, that make a run of capitals a thing and not a person."""
FEMALE = words(
    """
    ms mrs miss ms. mrs. dame lady madam madame doña dona frau señora sra. queen princess sister
    spokeswoman congresswoman businesswoman actress empress duchess first-lady
    """
)
MALE = words(
    """
    mr mr. sir lord don monsieur herr señor sr. king prince emperor sultan emir duke pope
    spokesman congressman businessman bishop archbishop cardinal ayatollah imam sheikh
    """
)
WOMEN = words(
    """
    ana maria claudia laura angela theresa hillary nancy keiko dina nadine michelle cristina
    dilma julia helen margaret mary jane susan anne anna elena irina natalia ursula christine
    kamala condoleezza madeleine federica lilia carmen rosa isabel veronica beatriz martha
    sandra tatiana olga svetlana marine marie sophie sarah emma jacinda benazir indira sheikha
    aung delcy yulia katherine catherine elizabeth victoria patricia barbara linda jennifer
    nikki samantha susana teresa marta lucia sofia gabriela paola daniela alejandra mercedes
    ingrid erna mette sanna kaja giorgia liz priti amber yvette penny meng ivanka melania jill
    heather karine jen morgan
    """
)
SPEAKING = words(
    """
    say tell add ask accuse announce warn claim insist call deny argue declare believe think
    want hope win resign flee marry write tweet vow promise urge know leave refuse describe
    arrive die
    """
)
"""Verbs of which the subject is mostly a person."""
PARTICLES = words(
    """
    de del la las los da das do dos di du des le van von der den ter bin ibn bint abu al el y e
    """
)
GENERATIONS = {"jr": "jr", "jr.": "jr", "junior": "jr", "sr": "sr", "sr.": "sr", "senior": "sr"}
"""What tells father and son of one name apart, after the name."""
MEN_BEFORE = words("mr mr. sir lord monsieur herr don señor sr.")
WOMEN_BEFORE = words("mrs mrs. ms ms. miss dame lady madame frau doña señora sra.")
HONORIFICS = words(
    """
    mr mrs ms miss mr. mrs. ms. sir dame lord lady madam madame don doña dona monsieur herr frau
    señor señora sr. sra. dr dr. prof prof. rev. rev st hon. jr. jr sr
    """
)
CALENDAR = words(
    """
    January February March April May June July August September October November December Monday
    Tuesday Wednesday Thursday Friday Saturday Sunday Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct
    Nov Dec Jan. Feb. Mar. Apr. Aug. Sept. Oct. Nov. Dec. Easter Christmas Ramadan GMT EST AM PM
    """
)
GIVEN = words(
    """
    Jordan Chad Georgia Israel Kenya Paris London Sydney Florence Sofia Austin Chelsea Santiago
    Virginia Carolina Dakota Montana Indiana America India Salvador Victoria Alexandria Adelaide
    Lourdes Jackson Dallas Houston Madison Lincoln Washington Cuba Francia Irlanda Kingston
    Cairo Bali Medina Trinidad Asia Milan Lima Java Tripoli Ireland Denis Morena Amal Wagner
    Labour Egypt Troy Dominica Cyprus
    """
)
"""Names of places that are also given names: before a surname they are part of a person's name."""
BEFORE_PLACES = words(
    """
    New Old Greater West East North South Central Upper Lower Former Ex Modern Post Pre Anti Pro
    Non Western Eastern Northern Southern Late Then Acting Both Inside Outside
    """
)
REGIONAL = words(
    """
    Scotland Scottish Scots Wales Welsh Catalan Chechen Kurdish Basque Flemish Walloon Bavarian
    Crimean Zanzibari Corsican Sicilian Tibetan Quebecois Kashmiri Chechnya Zanzibar
    """
)
"""Names and demonyms of parts of a state: their premiers are not the state's."""
LEADERS = frozenset(
    {"president", "prime minister", "chancellor", "monarch", "supreme leader", "ruler", "leader"}
)
"""Offices of those who lead a state."""
KIN = words(
    """
    wife husband spouse widow son daughter child brother sister father mother cousin nephew
    niece successor predecessor aide adviser advisor deputy spokesman spokeswoman chief ally
    son-in-law running mate minister
    """
)
"""Nouns for people who are of the same state as those whom they belong to."""
