"""The sentences of the company plan: what is said is decided by the figures."""

from __future__ import annotations

from ledger.figure import Figure
from templates.derived import difference, share
from templates.documents.company_plan import words_en, words_es, words_zh
from templates.planning.outlook import Outlook
from templates.planning.story import Said, Story, numbered
from templates.sentence import Sentence
from templates.trade_names import trade_name

_WORDS = {"zh": words_zh.WORDS, "es": words_es.WORDS, "en": words_en.WORDS}


class CompanyStory(Story):
    """A company's year: business, risk, finance, people."""

    def __init__(self, outlook: Outlook, language: str, serving: Figure) -> None:
        super().__init__(outlook, language, _WORDS[language])
        self._serving = serving

    def business(self) -> Said:
        """Lending, products, clients, what falls due."""
        return numbered(
            (
                self._lending(),
                self._products(),
                self.of("b_clients", households=self.o.now["household_count"]),
                self.due()[0],
                self.of("b_rating"),
            ),
            self.language,
            plain=True,
        )

    def _lending(self) -> Sentence:
        now, then = self.o.now["granted_sum"], self.o.before.get("granted_sum")
        if then is None or then.value is None:
            return self.of("b_lent", sum=now)
        more = difference(now, then)
        key = "b_lent_more" if (more.value or 0) >= 0 else "b_lent_less"
        return self.of(key, sum=now, more=more)

    def _products(self) -> Sentence:
        if not self.o.products:
            return self.of("b_no_products")
        first = self.o.products[0]
        part = share(first.balance, self.o.now["outstanding_balance"])
        called = trade_name(first.name, self.language)
        said = self.of("b_product", product=called, sum=first.balance, part=part)
        key = "b_narrow" if (part.value or 0) > 50 else "b_spread"
        return self.run(said, self.of(key))

    def risk(self) -> Said:
        """Bad loans, inspections, classes, warnings, files."""
        visits = self.visits()
        found = [
            self.bad()[0],
            self._aim(),
            self.run(*visits),
            self.run(self.of("m_classes"), self._if("m_unclassed", self.o.gaps["classed"])),
            self.run(
                self.of("m_warnings"), self._if("m_warnings_open", self.o.work["warnings_open"])
            ),
            self.run(self.of("m_files"), self._if("m_files_lack", self.o.gaps["file"])),
        ]
        return numbered(found, self.language, plain=True)

    def _aim(self) -> Sentence:
        return self.bad_aim()

    def finance(self) -> Said:
        """Income, expense, profit as typed; interest by the ledger; the rest is blank."""
        now = self.o.now
        if now["income"].value is None or now["expense"].value is None:
            typed = self.of("n_blank")
        else:
            typed = self.of("n_typed", income=now["income"], expense=now["expense"])
            if now["profit"].value is not None:
                loss = now["profit"].value < 0
                said = self.of("n_loss" if loss else "n_profit", profit=now["profit"])
                typed = self.run(typed, said)
        interest = self.of("n_no_interest")
        if now["interest_due"].value and now["interest_received"].value is not None:
            interest = self.of(
                "n_interest",
                received=now["interest_received"],
                rate=now["interest_collection_rate"],
            )
        return numbered((typed, interest, self.of("n_budget")), self.language, plain=True)

    def people(self) -> Said:
        """Staff, letters, training, assessment."""
        known = self._serving.value is not None
        staff = self.of("p_staff", count=self._serving) if known else self.of("p_staff_blank")
        return numbered(
            (
                self.run(staff, self._if("m_left", self.o.work["left_behind"])),
                self.of("p_letters"),
                self._if("m_staff_done", self.o.work["trainings"]) or self.of("m_staff"),
                self.run(self.of("m_scores"), self.scores()),
                self.of("p_culture"),
            ),
            self.language,
            plain=True,
        )

    def quarter(self, number: int) -> str:
        """Return what a quarter is for."""
        return self._words[f"q_{number}"]
