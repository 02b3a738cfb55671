"""How one state is represented in another: the rank of the head of its mission there.

Source: Vienna Convention on Diplomatic Relations 1961, arts. 14 (classes of heads of mission), 19
(chargé d'affaires ad interim), 43 and 45 (end of function, recall).
"""

from __future__ import annotations

from enum import Enum


class Rank(Enum):
    """Who heads the mission.

    `ABSENT`: an ambassador is accredited or the post is one for an ambassador, but he has been
    recalled or expelled and a chargé d'affaires ad interim acts. `CHARGE`: the mission is formally
    one of a chargé. `NONE`: no mission, relations are broken. `UNKNOWN`: nothing is told.
    """

    AMBASSADOR = "ambassador"
    ABSENT = "absent"
    CHARGE = "charge"
    NONE = "none"
    UNKNOWN = "unknown"
