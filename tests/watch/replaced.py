"""Articles with what replaced them, and with a sidebar of the same source: ten stories, invented for this test.

Of each the paragraphs of the first article, those of its writethru and those of a sidebar; a number stands for the
paragraph of the first article at that place, printed again as it was.
"""

from __future__ import annotations

__all__ = ["STORIES"]

STORIES: dict[str, tuple[list[str], list[str | int], list[str | int]]] = {
    "ferry": (
        [
            "A ferry with 214 people on board ran aground off Skarvik on Tuesday night after losing power.",
            "All passengers were brought ashore by lifeboat before dawn, the coast guard said. Nobody was badly hurt.",
            "The Linnea left Odden at 6.40 p.m. and was an hour from port when both engines stopped within minutes.",
            "The ship was built in 1987 and passed its last inspection in April, according to its owner, Havlinjen.",
        ],
        [
            "A ferry with 219 people on board ran aground off Skarvik after losing power, and divers will look at it.",
            1,
            2,
            "Havlinjen, the owner, corrected the number of people on board: five children had not been counted.",
            3,
        ],
        [
            "Who has a right to what when a ferry does not arrive? Half of the fare is due after two hours.",
            "Hotels are to be paid by the line where no other ship leaves that night, the consumer ombudsman said.",
            "Claims lapse after three years. A form can be found at every terminal, and no lawyer is needed for it.",
            3,
        ],
    ),
    "mine": (
        [
            "Eleven miners were still missing on Friday after part of the Grauberg salt mine fell in.",
            "Rescuers heard knocking on a pipe at about noon, and drilled towards the sound through the afternoon.",
            "The mine employs 430 people and has belonged to the Tellmann group since 2009.",
            "It was the third fall of rock this year. Unions had asked for new supports in February.",
        ],
        [
            "Two miners were brought up alive on Friday evening from the Grauberg salt mine; nine are missing.",
            1,
            "Both were taken to a hospital in Erlheim with broken bones, said Jutta Rahn, who leads the rescue.",
            2,
            3,
        ],
        [
            "For a hundred and forty years Grauberg has lived on salt. The first shaft was sunk by monks from Erlheim.",
            "Nearly every family has somebody below ground; the school bell rings when a shift is over.",
            2,
            "Young people leave now. The baker, Egon Platt, has closed two of his three shops since the spring.",
        ],
    ),
    "vote": (
        [
            "The parliament of Corvia voted by 61 to 54 on Monday to end the tax on land.",
            "Four members of the governing party stayed away. The opposition called the vote a gift to large estates.",
            "The tax brings in 380 million crowns a year, about two per cent of what the state spends.",
            "Finance Minister Ilona Bersek said that growth would make up for the loss within three years.",
        ],
        [
            "The parliament of Corvia voted by 61 to 54 on Monday to end the tax on land, and farmers came to cheer.",
            1,
            2,
            3,
            "President Anton Vele has ten days to sign the law or to send it back. His office gave no hint.",
        ],
        [
            "Seven questions about the tax on land. Who pays it? Everyone who owns more than two hectares.",
            "How much is it? Between four and nine crowns a hectare and month, as the soil is good or poor.",
            "When does it end? On the first of January if the president signs. What was paid is not given back.",
            "Where else is there such a tax? Of eleven neighbours six have one, and two have done away with theirs.",
        ],
    ),
    "bank": (
        [
            "Ostmark Bank lost 1.2 billion crowns in the third quarter, its first loss in eleven years.",
            "Bad loans to builders made up most of it, the bank said. It will close 40 branches by summer.",
            "Shares fell by 14 per cent in early trading, to the lowest price since the spring of 2016.",
            "Chief executive Marta Lindqvist will not take her bonus. She said that the bank had lent too freely.",
        ],
        [
            "Ostmark Bank lost 1.2 billion crowns in the third quarter and will close 40 branches, it said.",
            "Bad loans to builders made up most of it, the bank said.",
            "Shares fell by 17 per cent by noon, to the lowest price since the spring of 2016.",
            3,
            "The regulator said that it was in touch with the bank and that savings were safe up to 100,000 crowns.",
        ],
        [
            "Analysis: builders have borrowed as if prices could only rise, and everyone who lent to them knew it.",
            "In Lervik one flat in six stands empty. Cranes have been still since August.",
            "What happened at Ostmark Bank can happen at three others, say people who have seen their books.",
            3,
        ],
    ),
    "fire": (
        [
            "A fire destroyed the covered market of Pontavar on Sunday morning. Two guards were taken to hospital.",
            "Flames were seen at 4.15 a.m. by a taxi driver. Ninety firefighters took five hours to put them out.",
            "Of 130 stalls hardly any can be saved, said the market's director, Rosa Benavent.",
            "The hall of iron and glass was built in 1911 and is a listed monument.",
        ],
        [
            "A fire that destroyed the covered market of Pontavar on Sunday was set, the police said.",
            "Two guards were taken to hospital; one of them, aged 58, died in the evening.",
            1,
            2,
            3,
        ],
        [
            "They came with handcarts and stood behind the tape: the fishwives of Pontavar, who have nothing to sell.",
            "My grandmother had number twelve, said Amparo Ruiz. She held the key of a door that is no longer there.",
            "The town wants to put up tents on the quay by Wednesday. Ice is to come from the harbour.",
            3,
        ],
    ),
    "trial": (
        [
            "A court in Halden sentenced the former mayor, Egil Strand, to four years in prison for taking bribes.",
            "He took 2.3 million crowns from a builder between 2015 and 2019, the judges found.",
            "Strand, 63, had denied all charges. His lawyer said that he would appeal.",
            "The builder, who told the police of it himself, was given a suspended sentence of one year.",
        ],
        [
            "A court in Halden sentenced the former mayor, Egil Strand, to four and a half years for taking bribes.",
            1,
            2,
            3,
            "An earlier version of this story gave the sentence as four years.",
        ],
        [
            "From the harbour to the dock: Egil Strand was a crane driver's son and joined the party at sixteen.",
            "He won three elections, the last with 68 per cent, and opened a swimming hall that still leaks.",
            "Friends speak of a man who could not say no. He sang in the choir until he was arrested.",
            2,
        ],
    ),
    "storm": (
        [
            "Storm Ragna cut off the power of 85,000 homes in the west on Saturday and felled trees across railways.",
            "Winds of 148 kilometres an hour were measured at Cape Ness. No trains run between Aune and Tolva.",
            "A woman of 71 was killed by a branch in her garden in Molde Bay, the police said.",
            "The weather service expects the wind to ease off on Sunday afternoon.",
        ],
        [
            "Storm Ragna has killed two people and cut off the power of 112,000 homes in the west.",
            "A woman of 71 was killed by a branch in her garden in Molde Bay, and a driver of 34 on the road to Tolva.",
            1,
            "Repairs will take until Monday in the valleys, the grid company said, as roads are blocked.",
            3,
        ],
        [
            "How to live through a day without power: fill a bath, charge what can be charged, keep the freezer shut.",
            "Gas stoves belong in no closed room. Candles are best put in a pan, and never left with children.",
            "Those who need machines to breathe should call the number on their bill, day or night.",
            3,
        ],
    ),
    "strike": (
        [
            "Bus drivers in Tarnow will stop work for three days from Wednesday, their union said.",
            "It asks for 9 per cent more pay; the city has offered 4.5 per cent over two years.",
            "Some 310,000 people ride the buses on a working day. School buses are to run as usual.",
            "The last strike, in 2018, lasted eight days and ended with a rise of 6 per cent.",
        ],
        [
            0,
            "It asks for 9 per cent more pay; the city raised its offer on Monday night to 5 per cent over two years.",
            "That is an insult, said Bogdan Maly, who speaks for the drivers. Talks are to go on at noon on Tuesday.",
            2,
            3,
        ],
        [
            "What runs in Tarnow from Wednesday, and what does not. Trams keep to the timetable of Sundays.",
            "Bicycles can be hired for nothing at forty places. Taxis may take five people who pay for themselves.",
            "The clinic on the hill sends a van from the station at every full hour between six and ten.",
            "Schools will not write absences down. Parents who can are asked to bring neighbours' children along.",
        ],
    ),
    "find": (
        [
            "Archaeologists have found a ship's grave of the ninth century under a car park in Vestby.",
            "The ship was 19 metres long. Nails, a whetstone and the bones of two horses lay where the hull had been.",
            "Such graves are rare so far inland, said Tora Engel, who leads the dig. Six are known.",
            "The car park belongs to a supermarket, which will wait with its new hall until spring.",
        ],
        [
            "Archaeologists have found a ship's grave of the ninth century with gold in it in Vestby.",
            1,
            "A ring and eleven beads of gold were found on Thursday. They are the work of a smith from the south.",
            2,
            3,
        ],
        [
            "Tora Engel was nine when she dug up her mother's roses to look for Romans. There were none.",
            "She has worked in bogs, in a bishop's cellar and for two winters on a glacier, where she lost a toe.",
            "Her students call her the mole. She sleeps in a van beside the trench, as she does not trust the guards.",
            2,
        ],
    ),
    "club": (
        [
            "Rovers have sacked their manager, Dario Pellini, after five defeats in a row.",
            "The club is last but one with 11 points from 14 games. Saturday's 4-0 was the worst in nine years.",
            "Pellini, 51, came in June last year on a contract for three seasons.",
            "His assistant, Jonas Hauk, will take training until somebody is found.",
        ],
        [
            "Rovers have sacked their manager, Dario Pellini, after five defeats in a row, and want Ruud Manders.",
            1,
            2,
            3,
            "Manders, who won the cup with Harbour City, was seen at the ground on Sunday. The club did not comment.",
        ],
        [
            "Ratings: the keeper had no chance with three of the goals and made a present of the fourth. Four.",
            "On the left Osei ran and ran, mostly after his man. In the middle nobody wanted the ball.",
            "Only young Tamm, who came on for the last half hour, can look at himself in the mirror. Six.",
            "Fans left in the seventieth minute. Those who stayed sang for the cleaners.",
        ],
    ),
}
