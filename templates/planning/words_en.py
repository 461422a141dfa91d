"""What plans say in English. {name} is a figure or a text; {blank} is for a person to fill."""

_THREE = (
    "At each month end the loans of the next month are listed and unit and officer are told a "
    "month ahead. Each loan goes one of three ways: who can pay secures the money; who is in "
    "passing difficulty and qualifies files the extension or refinancing in time; for the rest the "
    "cause is found, one person is named, and the steps of collection are set before the day."
)

WORDS = {
    "stands": "At {day} there are {loans:loan|loans} outstanding of {balance}, owed by "
    "{households:household|households}.",
    "quality": "Of these, {count:loan is|loans are} non-performing with {bad}, a ratio of {ratio}; "
    "{overdue} is overdue.",
    "no_bad": "Nothing is non-performing (balance {bad}); {overdue} is overdue.",
    "arrears": "Interest in arrears is {arrears}.",
    "not_compared": "The ledger was not kept through the year before, so nothing is compared. How "
    "things moved, and why: {blank}.",
    "grown": "Against the year before, the balance grew by {size:~thousand yuan} ({pace:~})",
    "shrunk": "Against the year before, the balance fell by {size:~thousand yuan} ({pace:~})",
    "ratio_up": "and the non-performing ratio rose by {points:~percentage points}.",
    "ratio_down": "and the non-performing ratio fell by {points:~percentage points}.",
    "ratio_same": "and the non-performing ratio stayed at {ratio}.",
    "strained": "The portfolio grows while its quality slips: in {year} holding down new bad loans "
    "and collecting old ones comes before growth.",
    "both_good": "Size and quality improve together: {year} goes on serving sound demand without "
    "giving way on quality.",
    "both_bad": "The portfolio shrinks and slips: in {year} the balance is to be held and bad loans "
    "reduced before anything else.",
    "sounder": "Quality improves but lending falls short: {year} is to bring lending back with the "
    "risk under control.",
    "left": "Left over from {last}, to be made good in {year}: {listed}.",
    "left_visits": "{missed:inspection|inspections} not made, to be made in the first quarter",
    "left_due": "{unpaid} of due principal not collected (recovery rate {rate}), loan by loan",
    "left_interest": "{interest} of interest not collected, household by household",
    "left_notices": "{notices:rectification|rectifications} not finished",
    "left_files": "{files:household|households} without filed papers, whose files are made by "
    "mid-year",
    "nothing_left": "By the ledger nothing due in {last} was left undone; {year} goes on in the "
    "same way.",
    "guided": "What is asked from above, and the year's guiding idea: {blank}{blank}.",
    "aim_granted_more": "The plan for {year} is to lend {plan}, {more:~thousand yuan} more than the "
    "{done} of {last}.",
    "aim_granted_less": "The plan for {year} is to lend {plan}, {more:~thousand yuan} less than the "
    "{done} of {last}.",
    "aim_balance_more": "The balance is to reach {plan}, {more:~thousand yuan} more than at the "
    "start.",
    "aim_balance_less": "The balance is to be held to {plan}, {more:~thousand yuan} less than at "
    "the start.",
    "aim_npl_recovered_sum": "{target} is to be collected from bad loans.",
    "aim_npl_balance": "The bad balance is to be held within {target} at the end of the year.",
    "aim_npl_ratio": "The bad ratio is to be held within {target} at the end of the year.",
    "aim_due_recovery_rate": "Of what falls due, at least {target} is to be recovered.",
    "aim_interest_collection_rate": "Of the interest due, at least {target} is to be collected.",
    "aim_bad": "The officers' targets for bad loans add up to {bad}.",
    "aims_rest": "The other targets of table 1 are set by whoever approves the plan.",
    "aims_blank": "No plan for {year} is on record; the targets of table 1 are set by whoever "
    "approves it: lending {blank} thousand yuan, balance {blank} thousand yuan, non-performing "
    "ratio at most {blank}%.",
    "due": "By the balances at the start, {count:loan falls|loans fall} due in {year} with {due}, "
    "{part} of the portfolio.",
    "heavy": "The heaviest months are {months} with {sum}, {part} of the year.",
    "heavy_one": "All of it falls in {months}: {sum}, {part} of the year.",
    "due_unit": "The unit with most falling due is {unit}, {sum}.",
    "due_officer": "The officer with most falling due is {officer}, {sum}; the department joins in "
    "early.",
    "no_due": "By the balances at the start no loan falls due in {year} ({due}); short loans lent "
    "in the year are looked at a month ahead all the same.",
    "three_ways": _THREE,
    "bad_none": "Nothing is non-performing (balance {bad}). Watching moves forward to special "
    "mention: {count:loan|loans} of {balance}. New bad loans at most {blank} thousand yuan.",
    "bad_stands": "At the start {count:loan is|loans are} non-performing with {bad}, mostly "
    "{worst}: {balance}, {part} of them.",
    "bad_unit": "The unit with most is {unit}: {bad}, {part}.",
    "bad_officer": "The officer with most is {officer}: {bad}.",
    "no_categories": "For none of the {count:bad loan|bad loans} is it settled how it is dealt with "
    "(collection, lawsuit, revival, preservation, assets for debt, write-off); it is settled in the "
    "first quarter, with a plan for each household.",
    "category": "{name} {count:loan|loans}, {sum}",
    "categories": "By the way they are dealt with: {listed}.",
    "categories_rest": "For {count:loan|loans} of {sum} it is not settled; first quarter.",
    "categories_all": "It is settled for all of them; each plan is looked at once a month.",
    "bad_court": "{cases:case is|cases are} in court or enforcement, each with one person who "
    "watches its dates.",
    "bad_collected": "In {last} {sum} of non-performing principal was collected.",
    "bad_not_collected": "In {last} no non-performing principal is on record as collected ({sum}).",
    "bad_aim": "The targets for {year} add up to {sum}, by person and month.",
    "bad_aim_office": "The target for {year} is to collect {sum}, by person and month.",
    "bad_aim_blank": "Target for {year}: in cash {blank}, through the courts {blank}, otherwise "
    "{blank} thousand yuan.",
    "visits": "By the intervals in force {year} asks for {visits:inspection|inspections}.",
    "visits_most": "The busiest month is {month} with {visits:inspection|inspections}.",
    "visits_kept": "In {last} all {due:inspection|inspections} due were made in time; it goes on "
    "like this.",
    "visits_unknown": "For {last} no inspections due are on record ({due}); from January they are "
    "noted and checked each month.",
    "visits_missed": "In {last} {missed:inspection was|inspections were} missed (completion "
    "{rate}),",
    "visits_whose": "most of them, {missed}, with {officer};",
    "visits_made_good": "they are made in the first quarter, and from then on each month's in its "
    "month. The first inspection is on site, within a month of the drawdown, with proof of use.",
    "watch_mention": "{count:loan is|loans are} in special mention with {sum}, {part} of the "
    "portfolio: watched household by household and downgraded at the first sign.",
    "watch_product": "By product, {product} has most overdue: {sum}, {part} of all. New lending is "
    "made stricter and what is out is gone through.",
    "watch_officer": "By person, {officer} has most overdue: {sum}; reports to the department each "
    "month.",
    "watch_nothing": "At the start nothing is overdue or in special mention: what counts is "
    "reminding and inspecting in time.",
    "note_first": "Missed inspections, letters of responsibility, year-end classes",
    "note_quarter": "Classes of the quarter, reconciliation",
    "note_half": "Classes of the quarter, half-year review, reconciliation",
    "note_last": "Next year's maturities, yearly assessment",
    "note_heavy": "Much falls due: prepare a month ahead",
    "note_no_due": "Nothing due: inspections and collection",
    "note_visits": "Most inspections",
    "note_plain": "Reminders and inspections",
    "m_manager": "Responsibility. Each household has one account manager and a risk manager; each "
    "signs a letter of responsibility.",
    "m_manager_lacks": "{count:household has|households have} no single manager; named in the first "
    "quarter.",
    "m_manager_all": "Every household has a manager; who leaves hands over first.",
    "m_left": "{count:loan|loans} of people who left are still to be handed over.",
    "m_tiers": "Tiers. By what they owe: {large:large household|large households}, "
    "{middle:middle one|middle ones}, {small:small one|small ones}; managed by {blank}.",
    "m_reassign": "{count:household has|households have} crossed a tier or class and "
    "are reassigned at once.",
    "m_classes": "Classes. Data and a first class each month, decided together each quarter; a "
    "downgrade has its proposal within the month.",
    "m_unclassed": "{count:household is|households are} not classified; first quarter.",
    "m_warnings": "Warnings. Noted on the day in their form and released only when the cause is "
    "gone.",
    "m_warnings_open": "{count:warning is|warnings are} open at the start, each with a day.",
    "m_scores": "Checks and assessment. Points out of a hundred, assessed monthly and paid "
    "quarterly; who fails gets a notice to put it right.",
    "m_scores_failed": "In {last} there were {sheets:sheet|sheets}, {failed:failed|failed}; those "
    "units are checked more often.",
    "m_scores_passed": "In {last} there were {sheets:sheet|sheets} and no unit failed.",
    "m_scores_none": "No sheets of {last} are on record; in {year} every unit is scored each "
    "quarter.",
    "m_notices": "Rectifications open: {open}; past their day: {overdue}.",
    "m_files": "Files. One for each household, in one place under one keeper; completed before any "
    "handover.",
    "m_files_lack": "{count:household that owes has|households that owe have} no papers filed; done "
    "by mid-year.",
    "m_staff": "People. Trainings planned: {blank}; subjects: {blank}.",
    "m_staff_done": "People. In {last} there was {count:training|trainings}; for {year}: {blank}; "
    "subjects: {blank}.",
    "demands_1": "Breaking it down. Within ten days each unit breaks targets and tasks down by "
    "person and month and tells the department.",
    "demands_2": "Month by month. At each month end work is held against the calendar; what is not done "
    "has its cause and a new day.",
    "demands_3": "Rewards and penalties: {blank}{blank}. Who does not inspect or collect and causes "
    "a loss answers for it.",
}
