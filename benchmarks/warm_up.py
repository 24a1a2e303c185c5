"""What every contender warms up on before its clock starts: a story that is told twice and is in no data of ours.

It has figures, days, names and quotations of most kinds in it, so that what is loaded or compiled where it is first
needed is there, as it is after the first story of any day.
"""

from __future__ import annotations

from typing import Final

__all__ = ["WARM_UP"]

WARM_UP: Final = (
    """Bridge opens after nine years, at twice its price

ELLERDOWN, March 4, 2024 (Wire) - A new bridge over the Tamsel opened on Monday, nine years after work began and
at a cost of $412 million, Transport Minister Ida Quennell said. Some 3,500 people came, and 17 were treated for cold.

"We were told it could not be built. It was not cheap, and I will not say so," said Quennell, 54, who has held the
office since 2019. Mayor Jonas Pelletier put the price at "more than twice" the 180 million dollars first planned.

The span is 1,240 metres (4,068 feet) long and carries about 21,000 cars a day, up 12% from 18,750 in 2022. Lorries of
more than 40 tonnes, roughly 88,000 pounds, are not let on it. The council voted 31 to 14, with 3 abstentions, to raise
the toll from 2.50 to 3 euros by the end of June.

Two workers died and at least 11 were hurt when a crane fell on Oct. 9, 2021, police chief Maren Oduya told reporters.
The firm, Calder & Voss Ltd, denied that it had known of the fault. Three of its five managers have resigned; a court
in Ellerdown will hear the case on Thursday at 9:30 a.m.
""",
    """Minister opens Tamsel bridge

By Ruth Amsel

ELLERDOWN - Ida Quennell, the transport minister, opened the Tamsel bridge on 4 March before a crowd of 3,000. The
bridge cost 415 million dollars, over twice as much as planned, and took almost a decade.

“We were told it couldn’t be built,” the 55-year-old minister said. Mayor Jonas Peletier called the price “a scandal”.

At 1.24 km it is the country's second longest. Cars pay three euros from July; the council's vote was 31-13. Traffic
rose by an eighth in two years, to 21,000 vehicles a day, and speeds are held to 80 kph (50 mph). The temperature fell
to -6 C (21 F) during the ceremony.

Police said two people were killed and 12 injured in the crane accident of October 2021, about 1 a.m. local time.
Calder and Voss has said that it knew of no fault. All five managers are still in office. A trial begins on Friday.
""",
)
