"""What the company plan says in English."""

WORDS = {
    "b_lent": "Lending. In {last} {sum} was lent. By quarter in {year}: {blank}, {blank}, {blank}, "
    "{blank}%; farming, small firms and traders first.",
    "b_lent_more": "Lending. In {last} {sum} was lent, {more:~thousand yuan} more than the year "
    "before. {year} keeps the pace without giving way on quality.",
    "b_lent_less": "Lending. In {last} {sum} was lent, {more:~thousand yuan} less than the year "
    "before. {year} finds out why ({blank}) and brings lending back.",
    "b_product": "Products. The largest is {product}: {sum}, {part} of the portfolio.",
    "b_narrow": "That is narrow: {year} builds up other products, none above {blank}%.",
    "b_spread": "That is well spread; {year} builds up: {blank}.",
    "b_no_products": "Products. The ledger names none; they are added in {year}. To build up: "
    "{blank}.",
    "b_clients": "Clients. There are {households:household|households}; growth planned: {blank}. "
    "Served by class and rating; to be left for risk: {blank}.",
    "b_rating": "Rating and limits. Brought up to date each quarter; limits for one borrower and "
    "for concentration: {blank}.",
    "n_blank": "Results. {last}: income {blank}, expense {blank}, profit {blank} thousand yuan (not "
    "on record). Targets for {year}: income {blank}, profit {blank}.",
    "n_typed": "Results. In {last} income was {income} and expense {expense}.",
    "n_profit": "Profit was {profit}. Targets for {year}: income {blank}, profit {blank}.",
    "n_loss": "The loss was {profit:~thousand yuan}. {year} is to turn it round; income {blank}, "
    "expense at most {blank}.",
    "n_interest": "Interest. In {last} {received} was received ({rate}). Target for {year}: "
    "{blank}%, household by household.",
    "n_no_interest": "Interest. {last}: {blank} thousand yuan. Target for {year}: {blank}%.",
    "n_budget": "Budget and funds. A yearly budget, approved spending, borrowing at most {blank} "
    "thousand yuan; provisions, taxes and returns in time.",
    "p_staff": "Staff. {count:person serves|people serve}; changes in {year}: {blank}.",
    "p_staff_blank": "Staff. {blank} people serve; changes in {year}: {blank}.",
    "p_letters": "Letters of responsibility are signed as the year begins; assessed monthly, paid "
    "quarterly.",
    "p_culture": "Rules and culture. Rules to revise: {blank}; safety, money laundering, seals and "
    "files each with one person; publicity: {blank}.",
    "q_1": "Letters, what last year left over, a plan for each bad household, budget",
    "q_2": "Collecting what falls due, half-year review, assessment",
    "q_3": "Courts, products and clients, review of rules",
    "q_4": "Next year's maturities, yearly assessment, accounts and the new plan",
}
