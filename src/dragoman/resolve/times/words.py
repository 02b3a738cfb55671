"""The words of English time expressions, and what each stands for."""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct", "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu",
            "friday fri", "saturday sat", "sunday sun",
        )
    )
    for name in names.split()
}  # fmt: skip


def _counted(text: str, start: int) -> dict[str, int]:
    return {word: number for number, word in enumerate(text.split(), start)}


NUMBERS = _counted(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty",
    0,
) | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "hundred": 100}

ORDINALS = _counted(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth "
    "twenty-first",
    1,
)

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

PARTS = {
    "morning": "MO", "dawn": "MO", "noon": "AF", "midday": "AF", "afternoon": "AF",
    "evening": "EV", "dusk": "EV", "night": "NI", "midnight": "NI", "overnight": "NI",
}  # fmt: skip

UNITS = ("second", "minute", "hour", "day", "week", "weekend", "month", "quarter", "year",
         "decade", "century")  # fmt: skip

DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
           "seventies": 70, "eighties": 80, "nineties": 90}  # fmt: skip

COUNTED = (
    "people|persons|men|women|children|troops|soldiers|civilians|refugees|migrants|workers|"
    "employees|diplomats|protesters|demonstrators|prisoners|students|votes|seats|homes|houses|"
    "tonnes?|tons?|km|kilomet(?:er|re)s?|met(?:er|re)s?|miles?|feet|ft|acres|hectares|barrels|"
    "dollars|euros|pounds|pesos|rubles|yuan|percent|per cent|cases|deaths|points|tanks|aircraft|"
    "mg|kg|MW|hours|days|weeks|months|years"
)
"""Nouns after which four digits are a count, not a year."""


def number(words: str) -> int | None:
    """The number that `words` write ("three", "25", "twenty-five"); None for "a few"."""
    words = words.strip().lower().replace(",", "")
    if words.isdigit():
        return int(words)
    if words in NUMBERS:
        return NUMBERS[words]
    tens, _, ones = words.replace(" ", "-").partition("-")
    if tens in NUMBERS and ones in NUMBERS and NUMBERS[tens] >= 20 and NUMBERS[ones] < 10:
        return NUMBERS[tens] + NUMBERS[ones]
    return None
