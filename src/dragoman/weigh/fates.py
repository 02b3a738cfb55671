"""The words by which news tells what became of people, who they were, and in what.

Plain lists: what a count counts is read from the words around it, never guessed.
"""

from __future__ import annotations

import re

from dragoman.weigh.plain import table, words

FATES = table({
    "killed": "kill kills killed killing dead die dies died dying slain slay slays murdered "
              "fatally perished deceased lifeless drowned executed massacred slaughtered fatal",
    "injured": "injure injures injured injuring wounded wounding hurt hurts hurting "
               "maimed hospitalized hospitalised grazed burned burnt cut inj",
    "shot": "shot shoots stabbed struck hit",
    "arrested": "arrest arrests arrested arresting detain detains detained detaining jailed "
                "imprisoned charged indicted captured custody",
    "missing": "missing unaccounted vanished disappeared",
    "displaced": "displaced evacuated homeless fled displacing uprooted",
    "rescued": "rescued saved freed released rescuing freeing",
    "abducted": "kidnapped abducted kidnapping abducting hostage",
    "infected": "infected sickened ill infecting",
})  # fmt: skip
"""A word beside a count, and the fate that it tells."""
FATE_NOUNS = table({
    "killed": "deaths fatalities lives bodies killings murders homicides death fatality corpses",
    "injured": "injuries injury",
    "arrested": "arrests detentions arrest",
})  # fmt: skip
"""Nouns that are counted themselves: "12 deaths"."""
TRANSITIVE = words(
    "kill kills killed killing slay slays injure injures injured injuring wound wounds wounded "
    "wounding hurt hurts hurting shoot shoots shot shooting arrest arrests arrested arresting "
    "detain detains detained detaining jailed displaced displacing rescued rescuing freed freeing "
    "evacuated abducted abducting kidnapped kidnapping murdered executed stabbed struck hit "
    "infected infecting sickened massacred slaughtered released indicted charged captured"
)
"""Verbs whose object is what they befall."""
TRANSITIVE_FATES = {word: FATES[word] for word in sorted(TRANSITIVE & FATES.keys())} | {
    "shoot": "shot", "shooting": "shot", "wound": "injured", "wounds": "injured",
}  # fmt: skip
"""The fate that such a verb tells of its object."""
SLOTS = table({
    "killed": "killed dead deaths death fatalities toll died slain murdered",
    "injured": "injured wounded hurt injuries injury",
    "shot": "shot struck stabbed hit",
    "arrested": "arrested arrests detained detentions jailed charged",
    "missing": "missing", "displaced": "displaced evacuated evacuees", "rescued": "rescued freed",
    "abducted": "abducted kidnapped hostages", "infected": "infected sick",
})  # fmt: skip
"""What a row may call the fate that it asks for."""
KINDS = table({
    "women": "women woman females female mothers wives",
    "girls": "girls girl schoolgirls daughters",
    "men": "men man males male gentlemen",
    "boys": "boys boy sons",
    "children": "children child kids kid minors infants infant babies baby toddlers juveniles "
                "juvenile schoolchildren",
    "teens": "teens teen teenagers teenager youths youngsters adolescents teenaged",
    "adults": "adults adult",
    "police": "police officers officer deputies deputy policemen policeman cops sergeant "
              "troopers enforcement",
    "soldiers": "soldiers soldier troops marines servicemen airmen sailors guards",
    "students": "students student pupils classmates",
    "fighters": "militants fighters rebels insurgents gunmen attackers suspects terrorists "
                "assailants robbers",
    "civilians": "civilians civilian bystanders bystander passers-by pedestrians",
    "relatives": "relatives siblings sisters brothers cousins parents members family",
    "workers": "workers worker employees miners staff crew teachers journalists doctors nurses "
               "firefighters medics paramedics",
    "foreigners": "tourists foreigners nationals citizens visitors migrants refugees",
})  # fmt: skip
"""A counted noun that names a group, and the group."""
LOOSE = frozenset({"men", "teens", "students"})
"""Groups by which headlines call everyone who was hurt, when few others were among them."""
PEOPLE = words("people person persons others other victims victim individuals casualties more "
               "survivors bystanders")  # fmt: skip
PERSON = words(
    "man woman boy girl teen teenager baby infant child toddler father mother brother sister son "
    "daughter wife husband girlfriend boyfriend officer deputy marine soldier student deacon "
    "sergeant bystander person victim guard driver worker dad mom grandmother grandfather pastor "
    "priest clerk passenger pedestrian neighbor neighbour himself herself rapper singer "
    "politician mayor deputy journalist reporter nurse doctor teacher firefighter uncle aunt "
    "nephew niece cousin friend partner"
)
"""One of whom is one, without a number."""
ATTACKER = (
    r"(?:suspects?|suspected|gunm[ae]n|shooters?|attackers?|bombers?|assailants?|killers?|"
    r"perpetrators?|assassins?|hijackers?|himself|herself|themselves)"
)
COUNTED_IN = re.compile(
    rf"\b(?:including|among them|counting|plus|along with|as well as|and)\b[^.;,]{{0,30}}?"
    rf"\b{ATTACKER}\b",
    re.IGNORECASE,
)
"""The attacker is one of the number."""
LEFT_OUT = re.compile(
    rf"\b(?:not (?:including|counting)|excluding|besides|apart from|in addition to|aside from|"
    rf"other than|without)\b[^.;,]{{0,30}}?\b{ATTACKER}\b",
    re.IGNORECASE,
)
ATTACKER_DIED = re.compile(
    rf"\b(?:kill(?:ed|ing|s)?|shot|shooting|shoots|then|and|on) (?:himself|herself|themselves)\b|"
    rf"\bturn(?:ed|ing|s)? (?:the|his|her|a) \w+ on (?:himself|herself|themselves)\b|"
    rf"\b(?:his|her|their) own li(?:fe|ves)\b|\bsuicide\b|\bself-inflicted\b|"
    rf"\b{ATTACKER}\b[^.;]{{0,40}}?\b(?:dead|died|dies|killed|slain|shot)\b|"
    rf"\b(?:before|until|then|when|after) (?:he|she|they|police|officers|polic\w+)\b[^.;]{{0,30}}?"
    rf"\b(?:shot|killed|killing|dead|death)\b|\bleft (?:him|her|them) and\b",
    re.IGNORECASE,
)
"""Words that say that whoever did it died of it too."""
BY_ATTACKER = re.compile(rf"\b(?:killed|slain|shot|murdered)\b[^.;,]{{0,40}}?\bby\b"
                         rf"|\b{ATTACKER}\b[^.;,]{{0,60}}?\b(?:kill\w*|murder\w*|slay\w*)\b"
                         rf"|\bvictims\b", re.IGNORECASE)  # fmt: skip
"""A count of those whom somebody killed: he himself is not among them."""
