"""Things told twice, in the manner of news: what the scale of a model is measured on.

Written for this purpose; the people and places are invented. The two of a pair tell one thing in
words that differ as those of two reporters or translators do. Every pair tells of another
thing, so any two sentences of different pairs are unrelated.
"""

TELLINGS: tuple[tuple[str, str], ...] = (
    (
        "The finance minister said taxes on fuel would go up in the spring.",
        "Fuel duty will be raised this spring, according to the minister of finance.",
    ),
    (
        "At least twelve miners were killed when the tunnel collapsed.",
        "A collapsed shaft has left a dozen mine workers dead.",
    ),
    (
        "“We never received any of the money,” the club's chairman said.",
        "None of the payment ever reached us, said the head of the club.",
    ),
    (
        "The court ordered the company to pay damages to the fishermen.",
        "Judges ruled that fishing crews must be compensated by the firm.",
    ),
    (
        "Doctors warned that the vaccine may not protect older patients.",
        "Elderly people might not be shielded by the jab, physicians cautioned.",
    ),
    (
        "The opposition leader denied that she had met the ambassador.",
        "She held no meeting with the envoy, the head of the opposition insisted.",
    ),
    (
        "Police arrested three men after the robbery at the museum.",
        "Three suspects were detained over the theft from the gallery.",
    ),
    (
        "The river flooded two thousand homes overnight.",
        "Some 2,000 houses were under water by morning after the river burst its banks.",
    ),
    (
        "The striker will miss the rest of the season with a broken ankle.",
        "An ankle fracture rules the forward out until next year.",
    ),
    (
        "Prices of bread have doubled since the harvest failed.",
        "A loaf costs twice what it did before the crops were lost.",
    ),
    (
        "The astronauts returned to Earth after six months in orbit.",
        "Half a year in space ended for the crew with a safe landing.",
    ),
    (
        "Teachers across the city went on strike over their pay.",
        "School staff walked out throughout the town, demanding higher wages.",
    ),
    (
        "The spy agency knew of the plot for weeks, a former officer said.",
        "Intelligence services had been aware of the plan for a long time, an ex-official claimed.",
    ),
    (
        "The volcano threw ash five kilometres into the sky.",
        "A column of ash rose five km above the crater.",
    ),
    (
        "Nobody was hurt when the plane slid off the runway.",
        "The aircraft left the landing strip, but all passengers were unharmed.",
    ),
    (
        "The novelist refused the prize because of its sponsor.",
        "Objecting to who paid for the award, the author turned it down.",
    ),
    (
        "Parliament voted to lower the voting age to sixteen.",
        "Sixteen-year-olds will be able to cast ballots after lawmakers passed the bill.",
    ),
    (
        "Wolves have killed more than forty sheep in the valley.",
        "Over 40 lambs and ewes fell victim to a pack of wolves there.",
    ),
    (
        "The carmaker will cut a fifth of its staff.",
        "One in five jobs is to go at the vehicle manufacturer.",
    ),
    (
        "The general said his troops had withdrawn from the border.",
        "Soldiers have pulled back from the frontier, their commander announced.",
    ),
    (
        "Researchers found plastic in the deepest part of the ocean.",
        "Scientists discovered plastic waste at the bottom of the deepest sea trench.",
    ),
    (
        "The mayor promised to build a thousand flats by the end of next year.",
        "By the close of next year the city will have 1,000 new apartments, its mayor pledged.",
    ),
    (
        "The bank lost its licence for laundering money.",
        "Regulators shut the lender down because dirty cash had passed through it.",
    ),
    (
        "“I have done nothing wrong and I will not resign,” the commissioner said.",
        "The commissioner rejected calls to step down, saying he was innocent.",
    ),
    (
        "A fire destroyed the medieval roof of the cathedral.",
        "The church's roof from the Middle Ages burnt down.",
    ),
    (
        "Two ferries collided in thick fog near the harbour.",
        "Dense mist led to a crash of two passenger boats outside the port.",
    ),
    (
        "Smoking among teenagers has fallen to its lowest level on record.",
        "Fewer young people than ever light up cigarettes, figures show.",
    ),
    (
        "The singer cancelled her tour on the advice of her doctor.",
        "Health reasons forced the pop star to call off all her concerts.",
    ),
    (
        "The two presidents agreed to resume talks on nuclear weapons.",
        "Negotiations over atomic arms will start again, both heads of state decided.",
    ),
    (
        "Rebels released the kidnapped engineers after a ransom was paid.",
        "The abducted technicians were set free by insurgents in exchange for money.",
    ),
    (
        "Drivers should stay at home as heavy snow is expected.",
        "With a blizzard on its way, motorists were told not to travel.",
    ),
    (
        "The charity spent most of the donations on its own offices.",
        "Much of what people gave went into the organisation's headquarters.",
    ),
    (
        "An earthquake shook the capital early on Sunday.",
        "The capital was hit by a tremor on Sunday morning.",
    ),
    (
        "The bridge had not been inspected for nine years.",
        "Engineers last checked the crossing nine years ago.",
    ),
    (
        "Half of the country has no electricity after the storm.",
        "The hurricane cut power to every second household in the nation.",
    ),
    (
        "The drug company hid the side effects from patients.",
        "People taking the medicine were not told of its risks by the manufacturer.",
    ),
    (
        "The referee admitted that the goal should have been disallowed.",
        "It was a mistake to let the goal stand, the match official conceded.",
    ),
    (
        "Thousands marched through the streets against the pension reform.",
        "Huge crowds protested over changes to retirement benefits.",
    ),
    (
        "The virus spreads much faster than was thought.",
        "Transmission of the disease is quicker than experts had assumed.",
    ),
    (
        "The farm was sold to a foreign investor for nine million crowns.",
        "An overseas buyer acquired the estate at a price of nine million.",
    ),
)
"""Forty pairs."""
