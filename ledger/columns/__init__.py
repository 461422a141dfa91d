"""The ledger's facts as arrays, for whatever is asked of many loans at once.

    view = Book.of(workspace).at(date(2025, 12, 31))       # or view.where(unit="东城支行")
    loans = view.open                                      # Loans: open ones; view.granted: all
    late = loans.keep(loans["days_overdue"] > 90)          # masks over columns
    late.total("balance_fen"), len(late)                   # exact fen, counts
    late.by(late["due_on"], late.number_ranks)             # ordered
    late.values("borrower")                                # Python values: str, date, None …
    late.rows(late["balance_fen"])                         # rows behind a figure, read later

Layers, each of which knows only those above it:

    shape, table      which columns are kept and how values lie in one; rows of a table
    reading, files    rows from the database; arrays in files that are never believed when wrong
    stock             the tables of a ledger: held, loaded, extended by what is new
    known             the rows that hold as known at a moment; sums and last rows up to a day
    snapshot          all tables at one moment; facts in full by id, names of debtors
    day               the state of every loan at the end of a day, column by column
    loans             some of them: chosen, ordered, counted, summed
    visits            inspections of many loans: whose they are, when the next falls due
    figure_rows       rows behind figures; states, receipts: objects to look at one by one

Positions are places in a table's arrays (by loan, day and id); places a loan's in a day's order.
`view.received(first, last)` and `view.interest(first, last)` give positions, `facts_behind.money`
makes rows of them. Days are ordinals (date.toordinal). NO_DAY, NO_AMOUNT, NO_TEXT, NO_GRADE and
id 0 say that there is none: compare before you count.
"""
