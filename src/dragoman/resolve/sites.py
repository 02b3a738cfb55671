"""Words that tell whether a phrase says where: sites, surfaces, and what only looks like it."""

from __future__ import annotations

from dragoman.resolve.words import THINGS, words

SITES = words(
    """
    airport airfield aerodrome airbase airstrip base camp barracks headquarters compound complex
    building tower palace hotel hospital clinic school university college campus mosque church
    cathedral temple synagogue monastery shrine cemetery prison jail penitentiary courthouse
    court police-station station checkpoint crossing port harbour harbor dock shipyard naval
    market bazaar mall shop restaurant cafe café bar nightclub club theatre theater museum
    stadium arena square plaza park street avenue road highway motorway bridge tunnel dam plant
    refinery factory mine oilfield field depot warehouse farm house home apartment flat
    residence villa office offices neighbourhood neighborhood district quarter suburb suburbs
    outskirts slum township borough ward area region province state county governorate
    prefecture oblast department municipality city town village capital settlement hamlet island
    islands peninsula archipelago atoll coast shore shores beach bay gulf sea waters strait
    channel lake river valley mountain mountains hills desert forest jungle plain plateau border
    frontier boundary enclave exclave zone strip heights corridor front frontline territory
    territories soil airspace land country nation republic kingdom stronghold hideout cave
    monument memorial centre center downtown place site venue summit talks conference congress
    forum meeting ceremony rally funeral parade exhibition fair games olympics embassy consulate
    parliament hall ghetto triangle delta basin glacier reef shoal canal pass gorge firm bank
    store company business supermarket facility laboratory reactor silo range polling-station
    tribunal fields streets
    """
)
"""Nouns that name a spot: "the Mosul airport" lies where the name before it lies."""
NAMED_AFTER = words(
    """
    airport airfield airbase base port harbour harbor prison jail university province region
    governorate oblast prefecture district county city island islands valley peninsula railway
    camp
    """
)
"""Sites that bear the name of the place they lie in, rather than a person's."""
QUARTERS = words(
    """
    neighbourhood neighborhood district quarter street road avenue square suburb section plaza
    park theatre theater bar hotel club restaurant school hospital house museum church
    """
)
"""Sites that have a name of their own before them, which may be that of a small town elsewhere."""
LANDS = words(
    """
    city town village capital port municipality district province region state county
    governorate prefecture oblast department territory area island islands peninsula suburb
    suburbs outskirts neighbourhood neighborhood part parts half north south east west northeast
    northwest southeast southwest centre center heart streets coast shore shores mountains hills
    valley desert borders republic kingdom commune settlement camp enclave stronghold corner
    edge tip waters front middle vicinity rest
    """
)
"""Nouns before "of X" that X only names or holds: "the town of X", "the outskirts of X"."""
REALMS = words("country nation state republic kingdom homeland island territory")
"""Nouns for a whole state, as the passage tells which."""
BORDERS = words("border borders frontier frontiers boundary")
SURFACES = words(
    """
    border borders frontier frontiers boundary island islands coast shore shores beach peninsula
    soil ground territory campus street streets square avenue road highway motorway bridge
    outskirts edge base river lake sea waters front frontline mountain mountains hills hill
    plateau heights plain plains farm land reef shoal strip bank banks isle archipelago atoll
    continent
    """
)
"""What somebody can be "on": "on X" otherwise says what it is about."""
ABOUT = {
    "at": words(
        """
    aim direct point level look glance lash hit shout laugh anger angry fury outrage frustration
    criticism swipe jab rage scream stare target surprise shock
    """
    ),
    "in": words(
        """
    interest confidence trust faith belief believe stake lesson expert specialist confide indulge
    specialise specialize result participate involve engage invest interested resemble call
    """
    ),
    "on": words(
        """
    talk talks negotiation debate discussion agreement deal accord dispute statement report
    resolution vote referendum meeting summit consultation speak agree negotiate disagree comment
    decision ruling policy position stance treaty call
    """
    ),
}
"""What governs "at X", "in X" and "on X" where X is what it is about and not where it is."""
ANYBODYS = words(
    """
    market business company firm bank store shop compound residence talks summit conference forum
    games exhibition meeting ceremony
    """
)
"""Sites that a state may have anywhere: "the Swedish compound" does not say where."""
ENVOYS = words("ambassador envoy consul chargé diplomat representative")
GOING = words("travel go fly head come return journey sail drive march")
"""Verbs that lead "to X", where the visit then is."""
OPENING = words("open reopen close shut inaugurate staff")
"""What is done to an embassy where it lies, also where it stands for relations."""
SEEING = words("visit tour")
STRIKING = words(
    """
    bomb bombard shell invade strike occupy attack raid storm capture seize besiege overrun
    retake recapture pound blockade annex bombing bombardment shelling invasion assault siege
    occupation seizure airstrike offensive annexation storming
    """
)
"""What is done to a town in the town itself: "shelled X", "the siege of X", "a raid on X"."""
GENERIC = words(
    """
    international national central general military air naval federal state main old new grand
    royal northern southern eastern western north south east west airbase
    """
)
"""What may stand between a place and the site named after it: "Nairobi International Airport"."""


def is_thing(word: str) -> bool:
    """Whether a capitalised word is a common noun for a site or a thing: "the Summit of ..."."""
    return word.lower() in SITES or word.lower() in THINGS or word.lower() in GENERIC
