"""From which size on a fact is worth a sentence, each with the reason. Percent, unless said."""

from __future__ import annotations

from decimal import Decimal

# Less than this is no change worth a verb: it disappears in the rounding of a speech.
STEADY = Decimal(1)
# From here on a change is called fast: what a county branch plans for a good year.
FAST = Decimal(10)
# From here on it is called sharp, up or down.
SHARP = Decimal(30)
# From here on a percentage says nothing any more; what it was before is told instead.
MANIFOLD = Decimal(300)
# A product's change of balance is told from this share of the whole balance on.
PRODUCT_MOVE = Decimal(1)
# A kind of security's share is told to have moved from so many percentage points on.
SHARE_MOVE = Decimal(2)
# So much in one place is told as concentrated there: more than half of it.
CONCENTRATED = Decimal(50)
# The ten largest borrowers are told as a risk from this share of the balance on.
TOP_TEN = Decimal(40)
# … unless there are so few households that ten of them are most of the office.
HOUSEHOLDS = 40
# A ratio's change below this many percentage points is not told: the rounding of a table.
POINTS = Decimal("0.1")
# Money below this (fen) is left out of lists of villages and officers: a thousand yuan.
SMALL_FEN = 100_000
# So many names a list holds; a longer one is a table.
NAMES = 3
# Officers who missed inspections: those of one office are named so far.
OFFICERS = 5
