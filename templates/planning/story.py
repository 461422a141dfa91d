"""What a plan says of its figures: the decisions, once for all languages.

The words stand in words_zh, words_es and words_en under the same keys; `Story` chooses by the
figures which of them are said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from ledger.bad.groups import titles_of
from ledger.classes import TITLES as CLASS_TITLES
from ledger.figure import Figure
from templates import formats
from templates.derived import difference, growth, less, share, together
from templates.planning import words_en, words_es, words_zh
from templates.planning.lines import Month
from templates.planning.outlook import Outlook
from templates.saying import Say, Value
from templates.sentence import Sentence
from templates.trade_names import trade_name

_WORDS: Mapping[str, Mapping[str, str]] = {
    "zh": words_zh.WORDS,
    "es": words_es.WORDS,
    "en": words_en.WORDS,
}
# Targets of the office that a sentence states, in this order.
_SET = (
    "npl_recovered_sum", "npl_balance", "npl_ratio", "due_recovery_rate",
    "interest_collection_rate",
)  # fmt: skip
_NUMERALS = "一二三四五六七八九十"

Said = tuple[Sentence, ...]


def numbered(sentences: Iterable[Sentence], language: str, *, plain: bool = False) -> Said:
    """Return sentences as a list: （一）…, `plain`: 1．…; in other languages 1) …"""
    if language == "zh" and plain:
        return tuple(
            replace(one, text=f"{number}．{one.text}") for number, one in enumerate(sentences, 1)
        )
    return tuple(
        replace(
            one,
            text=f"（{_NUMERALS[n]}）{one.text}" if language == "zh" else f"{n + 1}) {one.text}",
        )
        for n, one in enumerate(sentences)
    )


class Story:
    """The sentences about one outlook in one language."""

    def __init__(
        self, outlook: Outlook, language: str, words: Mapping[str, str] | None = None
    ) -> None:
        """words: of the document itself, besides those that all plans share."""
        self.o = outlook
        self.language = language
        self.say = Say(language)
        self._words = {**_WORDS[language], **(words or {})}

    def of(self, key: str, **values: Value) -> Sentence:
        """Say the words of a key."""
        year: Mapping[str, Value] = {
            "year": str(self.o.span.first.year),
            "last": str(self.o.as_of.year),
            "day": self.o.as_of,
        }
        return self.say(self._words[key], **{**year, **values})

    def run(self, *sentences: Sentence | None) -> Sentence:
        """Return sentences as one paragraph."""
        between = "" if self.language == "zh" else " "
        return self.say.joined([one for one in sentences if one is not None], between)

    # Where the office stands.

    def situation(self) -> Said:
        """Size and quality, how they moved, what is left over, what the year asks."""
        now = self.o.now
        stands = self.of(
            "stands",
            loans=now["outstanding_count"],
            balance=now["outstanding_balance"],
            households=now["household_count"],
        )
        if now["npl_balance"].value:
            quality = self.of(
                "quality",
                count=now["npl_count"],
                bad=now["npl_balance"],
                ratio=now["npl_ratio"],
                overdue=now["overdue_balance"],
            )
        else:
            quality = self.of("no_bad", bad=now["npl_balance"], overdue=now["overdue_balance"])
        arrears = now["arrears_interest"]
        owed = self.of("arrears", arrears=arrears) if arrears.value else None
        return (
            self.run(stands, quality, owed),
            self.moved(),
            self.left_over(),
            self.of("guided"),
        )

    def moved(self) -> Sentence:
        """Balance and bad ratio against the year before, and one judgement of the two together."""
        if not self.o.before:
            return self.of("not_compared")
        now, then = self.o.now, self.o.before
        size = difference(now["outstanding_balance"], then["outstanding_balance"])
        pace = growth(now["outstanding_balance"], then["outstanding_balance"])
        points = difference(now["npl_ratio"], then["npl_ratio"])
        grown, worse = (size.value or 0) >= 0, (points.value or 0) > 0
        said = self.of("grown" if grown else "shrunk", size=size, pace=pace)
        if points.value:
            ratio = self.of("ratio_up" if worse else "ratio_down", points=points)
        else:
            ratio = self.of("ratio_same", ratio=now["npl_ratio"])
        key = {
            (True, True): "strained",
            (True, False): "both_good",
            (False, True): "both_bad",
            (False, False): "sounder",
        }[grown, worse]
        return self.run(said, ratio, self.of(key))

    def left_over(self) -> Sentence:
        """What last year left undone and this year has to make good, first things first."""
        found = list(self._undone())
        if not found:
            return self.of("nothing_left")
        listed = self.say.joined(found, "；" if self.language == "zh" else "; ")
        return self.of("left", listed=listed)

    def _undone(self) -> Iterable[Sentence]:
        o = self.o
        if o.missed.value:
            yield self.of("left_visits", missed=o.missed)
        unpaid = less(o.now["due_principal"], o.now["due_recovered"])
        if (unpaid.value or 0) > 0:
            yield self.of("left_due", unpaid=unpaid, rate=o.now["due_recovery_rate"])
        interest = less(o.now["interest_due"], o.now["interest_received"])
        if (interest.value or 0) > 0:
            yield self.of("left_interest", interest=interest)
        if o.work["rectifications_open"].value:
            yield self.of("left_notices", notices=o.work["rectifications_open"])
        if o.gaps["file"].value:
            yield self.of("left_files", files=o.gaps["file"])

    # What is set.

    def aims(self) -> Said:
        """What the plan on record sets; what nobody set is for a person."""
        goals, now = self.o.goals, self.o.now
        found = []
        if goals.granted.value is not None:
            more = difference(goals.granted, now["granted_sum"])
            key = "aim_granted_more" if (more.value or 0) >= 0 else "aim_granted_less"
            found.append(self.of(key, plan=goals.granted, done=now["granted_sum"], more=more))
        if goals.balance.value is not None:
            more = difference(goals.balance, now["outstanding_balance"])
            key = "aim_balance_more" if (more.value or 0) >= 0 else "aim_balance_less"
            found.append(self.of(key, plan=goals.balance, more=more))
        found += [
            self.of(f"aim_{name}", target=goals.office[name])
            for name in _SET
            if name in goals.office
        ]
        bad = goals.together("bad_fen")
        if bad.value is not None:
            found.append(self.of("aim_bad", bad=bad))
        return (self.run(*found, self.of("aims_rest")) if found else self.of("aims_blank"),)

    # What falls due.

    def due(self) -> Said:
        """How much, when, with whom; then how each loan is dealt with."""
        o = self.o
        if not o.due_count.value:
            return (self.of("no_due", due=o.due_count), self.of("three_ways"))
        heavy = o.heavy_months
        part = together(*(one.due_sum for one in heavy))
        first = self.run(
            self.of(
                "due",
                count=o.due_count,
                due=o.due_sum,
                part=share(o.due_sum, o.now["outstanding_balance"]),
            ),
            self.of(
                "heavy" if len(heavy) > 1 else "heavy_one",
                months=self.listed_months(heavy),
                sum=part,
                part=share(part, o.due_sum),
            ),
        )
        unit, officer = o.most(o.units, "due_sum"), o.most(o.officers, "due_sum")
        whose = None
        if unit and len(o.units) > 1:
            whose = self.of("due_unit", unit=unit.name, sum=unit.due_sum)
        if officer and len(o.officers) > 1:
            person = self.of("due_officer", officer=officer.name, sum=officer.due_sum)
            whose = self.run(whose, person) if whose else person
        return tuple(one for one in (first, whose, self.of("three_ways")) if one)

    def listed_months(self, months: Iterable[Month]) -> str:
        """Return months by name in a row."""
        return self.say.listed(Sentence(self.month(one.first)) for one in months).text

    def month(self, day: date) -> str:
        """Return a month's name."""
        return formats.month(day, self.language)

    # Bad loans.

    def bad(self) -> Said:
        """What they are, where they lie, how they are to be dealt with."""
        o = self.o
        mention = o.classes[1]
        if not o.now["npl_balance"].value:
            return (
                self.of(
                    "bad_none",
                    bad=o.now["npl_balance"],
                    count=mention.count,
                    balance=mention.balance,
                ),
            )
        worst = max(o.bad_classes, key=lambda one: one.balance.value or 0)
        first = self.of(
            "bad_stands",
            count=o.now["npl_count"],
            bad=o.now["npl_balance"],
            worst=CLASS_TITLES[worst.code][self.language],
            balance=worst.balance,
            part=share(worst.balance, o.now["npl_balance"]),
        )
        court = o.work["lawsuits_open"]
        return tuple(
            one
            for one in (
                self.run(first, self._where_bad()),
                self._categories(),
                self.of("bad_court", cases=court) if court.value else None,
                self._collected(),
            )
            if one
        )

    def _where_bad(self) -> Sentence | None:
        o = self.o
        unit, officer = o.most(o.units, "bad"), o.most(o.officers, "bad")
        found = []
        if unit and len(o.units) > 1:
            part = share(unit.bad, o.now["npl_balance"])
            found.append(self.of("bad_unit", unit=unit.name, bad=unit.bad, part=part))
        if officer and len(o.officers) > 1:
            found.append(self.of("bad_officer", officer=officer.name, bad=officer.bad))
        return self.run(*found) if found else None

    def _categories(self) -> Sentence:
        o = self.o
        told = [one for one in o.categories if one.count.value and one.code != "unstated"]
        untold = next((one for one in o.categories if one.code == "unstated"), None)
        if not told:
            return self.of("no_categories", count=o.now["npl_count"])
        listed = self.say.listed(
            self.of("category", name=self.category(one.code), count=one.count, sum=one.balance)
            for one in told
        )
        rest = untold and self.of("categories_rest", count=untold.count, sum=untold.balance)
        return self.run(self.of("categories", listed=listed), rest or self.of("categories_all"))

    def category(self, code: str) -> str:
        """Return what a way of dealing with bad loans is called."""
        return titles_of("category", code)[self.language]

    def _collected(self) -> Sentence:
        now = self.o.now["npl_recovered_sum"]
        done = (
            self.of("bad_collected", sum=now)
            if now.value
            else self.of("bad_not_collected", sum=now)
        )
        return self.run(done, self.bad_aim())

    def bad_aim(self) -> Sentence:
        """What is to come in: the office's target, else that of its officers, else a blank."""
        goals = self.o.goals
        if goals.bad_collected.value is None:
            return self.of("bad_aim_blank")
        of_office = "npl_recovered_sum" in goals.office
        return self.of("bad_aim_office" if of_office else "bad_aim", sum=goals.bad_collected)

    # Visits.

    def visits(self) -> Said:
        """How many the year asks for, when most; what was missed and by whom."""
        o = self.o
        known = [one for one in o.months if one.visits.value]
        most = max(known, key=lambda one: one.visits.value or 0, default=None)
        first = self.of("visits", visits=o.visits)
        if most and len(o.months) > 1:
            first = self.run(
                first, self.of("visits_most", month=self.month(most.first), visits=most.visits)
            )
        if not o.missed.value:
            key = "visits_kept" if o.now["inspections_due"].value else "visits_unknown"
            return (self.run(first, self.of(key, due=o.now["inspections_due"])),)
        officer = o.most(o.officers, "missed")
        missed = self.of("visits_missed", missed=o.missed, rate=o.now["inspection_rate"])
        who = None
        if officer and len(o.officers) > 1:
            who = self.of("visits_whose", officer=officer.name, missed=officer.missed)
        return (first, self.run(missed, who, self.of("visits_made_good")))

    # What to watch.

    def watch(self) -> Said:
        """Which officers, products and classes need attention; nothing said where nothing shows."""
        o = self.o
        found = []
        mention = o.classes[1]
        if mention.balance.value:
            found.append(
                self.of(
                    "watch_mention", count=mention.count, sum=mention.balance, part=mention.share
                )
            )
        product = o.most(o.products, "overdue")
        if product:
            part = share(product.overdue, o.now["overdue_balance"])
            called = trade_name(product.name, self.language)
            found.append(
                self.of(
                    "watch_product",
                    product=called,
                    sum=product.overdue,
                    part=part,
                )
            )
        officer = o.most(o.officers, "overdue")
        if officer and len(o.officers) > 1:
            found.append(self.of("watch_officer", officer=officer.name, sum=officer.overdue))
        return tuple(found) or (self.of("watch_nothing"),)

    # Measures.

    def measures(self) -> Said:
        """The department's six fields of work and its people, each with what it lacks today."""
        o, gaps, work = self.o, self.o.gaps, self.o.work
        tiers = {one.code: one.households for one in o.tiers}
        return numbered(
            (
                self.run(
                    self.of("m_manager"),
                    self._if("m_manager_lacks", gaps["manager"]) or self.of("m_manager_all"),
                    self._if("m_left", work["left_behind"]),
                ),
                self.run(self.of("m_tiers", **tiers), self._if("m_reassign", work["to_reassign"])),
                self.run(self.of("m_classes"), self._if("m_unclassed", gaps["classed"])),
                self.run(self.of("m_warnings"), self._if("m_warnings_open", work["warnings_open"])),
                self.run(self.of("m_scores"), self.scores(), self.notices()),
                self.run(self.of("m_files"), self._if("m_files_lack", gaps["file"])),
                self._if("m_staff_done", work["trainings"]) or self.of("m_staff"),
            ),
            self.language,
        )

    def _if(self, key: str, count: Figure) -> Sentence | None:
        """Say it where there are any."""
        return self.of(key, count=count) if count.value else None

    def scores(self) -> Sentence:
        """How last year's sheets of points turned out."""
        sheets, failed = self.o.work["sheets_filled"], self.o.work["sheets_failed"]
        if not sheets.value:
            return self.of("m_scores_none")
        key = "m_scores_failed" if failed.value else "m_scores_passed"
        return self.of(key, sheets=sheets, failed=failed)

    def notices(self) -> Sentence | None:
        """Notices that are not done, if there are any."""
        work = self.o.work
        if not work["rectifications_open"].value:
            return None
        return self.of(
            "m_notices",
            open=work["rectifications_open"],
            overdue=work["rectifications_overdue"],
        )

    def demands(self) -> Said:
        """What is asked of everybody."""
        return numbered((self.of(f"demands_{n}") for n in (1, 2, 3)), self.language)

    # Months.

    def note(self, month: Month) -> str:
        """Return what a month is for, by what it brings and where it stands in the year."""
        key = {1: "note_first", 4: "note_quarter", 7: "note_half", 10: "note_quarter",
               12: "note_last"}.get(month.first.month)  # fmt: skip
        found = []
        if month in self.o.heavy_months:
            found.append("note_heavy")
        elif not month.due_count.value:
            found.append("note_no_due")
        most = max((one.visits.value or 0 for one in self.o.months), default=0)
        if most and month.visits.value == most:
            found.append("note_visits")
        if key:
            found.append(key)
        said = [self._words[one] for one in found or ["note_plain"]]
        return ("；" if self.language == "zh" else "; ").join(said)


def figures_in(*parts: Iterable[Figure | None]) -> list[Figure]:
    """Return figures, those that there are."""
    return [one for part in parts for one in part if one is not None]


Teller = Callable[[Story], Said]
