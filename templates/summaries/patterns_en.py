"""The words of summaries in English: which pattern stands is decided elsewhere, by the figures.

{name} is a figure or a phrase; after a colon stand the words that follow the number, one|many.
"""

from __future__ import annotations

PATTERNS = {
    # The period and what it is compared with.
    "span.year": "In the year", "span.year.running": "So far this year",
    "span.half1": "In the first half", "span.half2": "In the second half",
    "span.quarter1": "In the first quarter", "span.quarter2": "In the second quarter",
    "span.quarter3": "In the third quarter", "span.quarter4": "In the fourth quarter",
    "since.year": "against the end of the year before",
    "since.half1": "against the end of the year before", "since.half2": "against the end of June",
    "since.quarter1": "against the end of the year before",
    "since.quarter2": "against the end of the quarter before",
    "since.quarter3": "against the end of the quarter before",
    "since.quarter4": "against the end of the quarter before",
    "than.year": "against the year before",
    "than.year.running": "against the same period of the year before",
    "than.half": "against the same period of the year before",
    "than.quarter": "against the same period of the year before",
    "this.year": "in the year", "this.half1": "in the half-year", "this.half2": "in the half-year",
    "this.quarter1": "in the quarter", "this.quarter2": "in the quarter",
    "this.quarter3": "in the quarter", "this.quarter4": "in the quarter",
    "next.year": "{year}", "next.half1": "the second half",
    "next.half2": "the first half of {year}", "next.quarter1": "the second quarter",
    "next.quarter2": "the third quarter", "next.quarter3": "the fourth quarter",
    "next.quarter4": "the first quarter of {year}",
    "stop": ".",
    # How a figure moved.
    "moved.same": "unchanged", "moved.manifold": "up {d:~} (it was {was})",
    "moved.from_nothing": "up {d:~} from nothing", "moved.to_nothing": "down {d:~}, to nothing",
    "moved.steady_up": "almost unchanged (+{d:~})",
    "moved.steady_down": "almost unchanged (-{d:~})",
    "moved.up": "up {d:~} ({g:~})", "moved.fast": "strongly up {d:~} ({g:~})",
    "moved.sharp": "sharply up {d:~} ({g:~})", "moved.down": "down {d:~} ({g:~})",
    "moved.fast_down": "strongly down {d:~} ({g:~})",
    "moved.sharp_down": "sharply down {d:~} ({g:~})", "moved.points_same": "almost unchanged",
    "moved.points_up": "up {d:~percentage point|percentage points}",
    "moved.points_down": "down {d:~percentage point|percentage points}",
    # Names with their figures.
    "item": "{name} ({figure})", "item.more": "{name} (+{figure:~})",
    "item.less": "{name} (-{figure:~})", "item.short": "{name} ({figure:~} short)",
    "item.times": "{name} ({figure:visit|visits})",
    # Overview.
    "overview.scale": "At {day} there were {count:loan|loans} to {households:household or client|"
    "households and clients}, with a balance of {balance}{moved}.",
    "overview.scale_moved": ", {moved} {since}", "overview.balance_moved": ", {moved} {since}",
    "overview.quality": "Non-performing loans stood at {count:loan|loans} and {balance}, a ratio of "
    "{ratio}{moved}.",
    "overview.ratio_moved": ", {moved} {since}",
    "overview.no_npl": "There were no non-performing loans.",
    "verdict.up.better": "All in all, {scale} and its quality improved.",
    "verdict.up.kept": "All in all, {scale} and kept its quality.",
    "verdict.up.worse": "All in all, {scale}, but the non-performing ratio rose: admission and "
    "follow-up have to become stricter.",
    "verdict.down.better": "All in all, {scale} while the non-performing ratio fell: the task is to "
    "lend soundly again.",
    "verdict.down.kept": "All in all, {scale} while the non-performing ratio did not rise: the task "
    "is to lend soundly again.",
    "verdict.down.worse": "All in all, {scale} and the non-performing ratio rose: collecting comes "
    "first.",
    "verdict.scale.fast": "the portfolio grew strongly",
    "verdict.scale.up": "the portfolio grew moderately",
    "verdict.scale.steady": "the portfolio was stable",
    "verdict.scale.down": "the portfolio shrank",
    # Business.
    "business.granted": "{span} {count:loan|loans} of {amount} were granted{moved}; principal of "
    "{recovered} was collected in {receipts:receipt|receipts}{back}.",
    "business.moved": ", {moved} {than}",
    "plan.met": "The year's lending plan of {planned} was fulfilled to {percent}.",
    "plan.missed": "The year's lending plan of {planned} was fulfilled to {percent}: {gap} short.",
    "plan.to_date.ahead": "Of the year's lending plan of {planned}, {percent} is fulfilled: ahead of "
    "the calendar.",
    "plan.to_date.behind": "Of the year's lending plan of {planned}, {percent} is fulfilled: behind "
    "the calendar.",
    "plan.unknown": "The year's lending plan: {blank} thousand yuan, fulfilled to {blank}% (the "
    "ledger holds no plan).",
    "plan.products_over": "Over plan: {names}.",
    "products.leading": "By product, most was lent as {first}: {amount}, {part} of all; then {second}, "
    "{other} ({rest}).",
    "products.both": "Balances grew most in {grown} and shrank in {shrunk}.",
    "products.grown": "Balances grew most in {grown}; none shrank noticeably.",
    "products.shrunk": "Balances shrank in {shrunk}; none grew noticeably.",
    "security.main": "By security, the main kind is {name}: {balance}, {part} of the balance",
    "security.same_moved": "; its share is {moved} {since}.",
    "security.other_moved": "; what changed most is the share of {name}, {moved} {since}.",
    "units.lent": "By branch, {name} lent most: {amount}, {part} of all.",
    "units.grown": "The balance of {name} grew most: {step:~}.",
    "units.fallen": "Balances fell at {names}.",
    "concentration": "The largest borrower owes {one}, {part} of the balance; the ten largest, {ten} "
    "({rest}).",
    # Quality.
    "new_bad.none": "No loan turned non-performing {this}.",
    "new_bad.some": "{count:loan|loans} of {amount} turned non-performing {this}{moved}.",
    "new_bad.again": "Again {count:loan|loans} of {amount} turned non-performing {this}{moved}.",
    "new_bad.products": "By product: {names}.", "new_bad.one_product": "All of them: {name}.",
    "new_bad.one_village": "All of them in {name}.",
    "new_bad.village": "Of these, {amount} in {name}, {part} of all.",
    "bad.moved": "The non-performing balance is {moved} {since}.",
    "bad.target_kept": "The ratio stayed within the year's limit ({target}).",
    "bad.target_exceeded": "The ratio is above the year's limit ({target}) by "
    "{gap:~percentage point|percentage points}.",
    "classes.both": "Of the loans from before, {down} were downgraded and {up} upgraded.",
    "classes.down": "Of the loans from before, {down} were downgraded, none upgraded.",
    "classes.up": "Of the loans from before, {up} were upgraded, none downgraded.",
    "overdue.none": "No loan was overdue.",
    "overdue": "Overdue loans stood at {balance}, {ratio} of the balance{moved}.",
    # Income.
    "interest": "{span} interest of {due} fell due and {received} was received: a collection rate of "
    "{rate}{moved}.",
    "interest.moved": ", {moved} {than}",
    "interest.unknown": "Interest due: {blank} thousand yuan; received: {blank} thousand yuan; "
    "collection rate: {blank}%.",
    "target.reached": "The year's target ({target}) was reached.",
    "target.missed": "The year's target ({target}) was missed by {gap:point|points}.",
    "arrears": "Interest in arrears at the end: {balance}{moved}.",
    "accounts": "Income {income}, expense {expense}, profit {profit}; deposits {blank} thousand yuan.",
    "accounts.unknown": "Income {blank}, expense {blank}, profit {blank}, deposits {blank} thousand "
    "yuan (from the accounts).",
    # Work done.
    "inspections.head": "Follow-up.",
    "inspections.unknown": "Visits planned and made: {blank}.",
    "inspections.all": "All visits due were made: {done} of {due}.",
    "inspections.some": "Of {due:visit|visits} due, {done} were made in time ({rate}{moved}).",
    "inspections.who_all": "All of theirs were made by {names}.",
    "inspections.many_all": "{number:officer|officers} made all of theirs.",
    "due.head": "Maturities.", "due.none": "Nothing matured {this}.",
    "due": "Principal of {due} matured {this} and {recovered} of it was collected, {rate}",
    "due.target_reached": ", which reaches the target ({target}).",
    "due.target_missed": ", which misses the target ({target}).",
    "due.extended": "{amount} was extended.", "due.refinanced": "{amount} was refinanced.",
    "collecting.head": "Collecting.",
    "collecting.contacts": "{number:contact|contacts} with debtors were noted: {names}.",
    "contacts.visit": "{figure:visit|visits}", "contacts.phone": "{figure:call|calls}",
    "contacts.letter": "{figure:letter|letters}", "contacts.message": "{figure:message|messages}",
    "contacts.legal": "{figure:legal step|legal steps}",
    "collecting.one_way": "Non-performing principal of {amount} was collected or settled, all of it "
    "by one way: {way}.",
    "collecting.ways": "Non-performing principal of {amount} was collected or settled: {names}.",
    "collecting.target_reached": "The year's plan for it ({target}) was fulfilled.",
    "collecting.target_missed": "That is {part} of the year's plan for it ({target}), which was not "
    "fulfilled.",
    "collecting.target_so_far": "That is {part} of the year's plan for it ({target}).",
    "collecting.who": "The officers who collected most: {names}.",
    "collecting.nothing": "The ledger shows no principal collected on non-performing loans.",
    "collecting.after_write_off": "On loans written off, {amount} was collected.",
    "collecting.how": "Means used: {blank}{blank}.",
    "courts.head": "In court.",
    "courts.filed": "{number:suit|suits} for {amount} were filed {this}.",
    "courts.unknown": "The ledger holds no suits; state of suits, enforcement and disposals: "
    "{blank}{blank}.",
    "courts.open": "{number:case is|cases are} open at the end",
    "courts.judged": "; judged or settled and not yet enforced, {number:case|cases}",
    "courts.enforced": "; being enforced, {number:case|cases}",
    "courts.collected": "Enforcement brought in {amount}.",
    "courts.assets": "Assets taken over offset principal of {amount}.",
    "warnings.head": "Warnings and rectification.",
    "warnings": "{raised:warning was|warnings were} raised, {released} released, {left} open at the "
    "end.",
    "warnings.unknown": "The ledger holds no warnings or notices; the state: {blank}{blank}.",
    "sheets.none": "{number:score sheet was|score sheets were} filled, all passed.",
    "sheets.some": "{number:score sheet was|score sheets were} filled, {failed} failed.",
    "notices": "{issued:notice|notices} of rectification issued, {done} done, {left} open at the end.",
    "files.head": "Files and responsibility.",
    "files": "{households:household|households} with loans at the end; files and responsible "
    "officers: {blank}{blank}.",
    "sanctions": "{number:sanction was|sanctions were} imposed.",
    "training": "Training: {number:session|sessions}; subjects: {blank}.",
    "training.attended": "Training: {number:session|sessions}, {people:attendance|attendances}; "
    "subjects: {blank}.",
    "training.unknown": "Staff and training: {blank} sessions, {blank} attendances, subjects: "
    "{blank}.",
    "villages": "Credit villages: {number:new one|new ones}. Others: {blank}.",
    "villages.unknown": "Credit villages and households: {blank}{blank}.",
    "marketing.unknown": "Marketing and campaigns: {blank}{blank}.",
    # Shortfalls.
    "faults.none": "The ledger shows nothing missing in lending, collection, interest or visits.",
    "faults.others": "Other shortcomings: {blank}{blank}.",
    "faults.plan": "The lending plan was not fulfilled.",
    "faults.plan_products": "Furthest behind: {names}.",
    "faults.products_behind": "The plan was fulfilled as a whole, but not for some products: {names}.",
    "faults.bad_grown": "Non-performing loans rose instead of falling.",
    "faults.bad_unit": "Most at {name}: {step:~}.",
    "faults.new_bad": "Loans still turned non-performing: {count:loan|loans} of {amount}.",
    "faults.bad_target": "The balance is above its limit ({target}) by {gap:~}.",
    "faults.overdue_grown": "Overdue loans grew.",
    "faults.overdue_villages": "Most in {names}.",
    "faults.overdue_where": "Overdue loans lie mostly in {names}.",
    "faults.due": "Matured principal of {amount} was not collected.",
    "faults.where_units": "By branch: {names}.", "faults.one_unit": "All of it at {name}.",
    "faults.interest": "Interest of {amount} was not received.",
    "faults.arrears_villages": "Interest in arrears grew most in {names}.",
    "faults.arrears_where": "Interest in arrears lies mostly in {names}.",
    "faults.inspections": "{number:visit was|visits were} not made.",
    "faults.inspections_who": "By officer: {names}.",
    "faults.inspections_many": "They concern {number:officer|officers}, most of all {names}.",
    "faults.notices": "Notices of rectification past their deadline: {number}.",
    "faults.sheets": "Score sheets failed: {number}.",
    "faults.concentrated": "Lending is concentrated: the largest borrower owes {one}, {share} of the "
    "balance; the ten largest, {ten}, {part}.",
    # Causes.
    "causes.bad": "Why loans turned non-performing (the ledger holds no causes; explain one by one): "
    "{blank}{blank}.",
    "causes.bad_rest": "Other causes: {blank}.",
    "causes.recorded": "Causes recorded for the loans that turned non-performing: {names}.",
    "causes.uninspected_some": "Of {count:loan|loans} that turned non-performing, {number} had missed "
    "a visit in the year before.",
    "causes.uninspected_all": "All {count:loan|loans} that turned non-performing had missed a visit "
    "in the year before.",
    "causes.product": "{part} of what turned non-performing is {name}.",
    "causes.one_product": "All that turned non-performing, {amount}, is {name}.",
    "causes.due": "Why matured principal was not all collected: {blank}{blank}.",
    "causes.arrears": "The interest in arrears is not on non-performing loans; why: {blank}{blank}.",
    "causes.arrears_bad": "Of the interest in arrears, {amount} ({part}) is owed on non-performing "
    "loans: it is collected with them.",
    "causes.arrears_all_bad": "All interest in arrears is owed on non-performing loans: it is "
    "collected with them.",
    "causes.missed_who": "{part} of the visits not made were for {first} and {second}; why: {blank}.",
    "causes.missed": "Why not all visits were made: {blank}{blank}.",
    "causes.plan": "Why the lending plan was not fulfilled: {blank}{blank}.",
    # Lessons.
    "lessons.inspect": "Skip no visit: among the loans that turned non-performing are some that were "
    "not visited; seen earlier, they could have been collected earlier.",
    "lessons.court": "Sue in time: of the non-performing principal collected, {part} came through the "
    "court.",
    "lessons.village": "One bad loan calls for a look at the whole village: most of the new ones are "
    "in {name}.",
    "lessons.overdue": "Act on the first overdue day: overdue loans grew fast.",
    "lessons.others": "Other lessons: {blank}{blank}.",
    # The next period.
    "next.lending": "Lending: for {next} the plan is {granted}, and a balance of {balance} at the end, "
    "households and small businesses first.",
    "next.lending_granted": "Lending: for {next} the plan is {granted}, and a balance of {blank} "
    "thousand yuan at the end.",
    "next.lending_unknown": "Lending: for {next} the plan is {blank}, and a balance of {blank} "
    "thousand yuan at the end.",
    "next.lending_rest": "Lending: of the year's plan of {planned}, {rest} is left; for {next}, {blank} "
    "thousand yuan.",
    "next.lending_part": "Lending: for {next}, {blank} thousand yuan.",
    "next.due": "Maturities: in {next} {count:loan|loans} of {amount}, most of all in {names}; give "
    "notice a month ahead and agree on payment, extension or collection one by one.",
    "next.due_few": "Maturities: in {next} {count:loan|loans} of {amount}; give notice a month ahead "
    "and agree on payment, extension or collection one by one.",
    "next.bad": "Collecting: {count:non-performing loan|non-performing loans} of {balance}, each with "
    "a plan and somebody responsible.",
    "next.bad_targets": "The year's targets: collect {recover}, and a ratio of at most {ratio}.",
    "next.bad_year_targets": "Targets of {target_year}: collect {recover}, and a ratio of at most {ratio}.",
    "next.bad_unknown": "Collect {blank} thousand yuan; a ratio of at most {blank}%.",
    "next.enforce": "Have {number:case|cases} judged or settled enforced without delay.",
    "next.no_bad": "Risk: stay without non-performing loans, watch special-mention loans one by one; "
    "limit: {blank}%.",
    "next.overdue": "Overdue: go from house to house in {names} and agree on a payment with each.",
    "next.inspections": "Follow-up: keep first and routine visits up to date.",
    "next.inspections_who": "Follow-up: make up {number:visit|visits} first, beginning with {name} "
    "({most}), then keep to the calendar.",
    "next.inspections_missed": "Follow-up: make up {number:visit|visits} first, then keep to the "
    "calendar.",
    "next.warnings": "Warnings: measures and a deadline for {number:open warning|open warnings}.",
    "next.notices": "Check {number:open notice|open notices} when due.",
    "next.rest": "Staff and other measures: {blank}{blank}.",
}  # fmt: skip
