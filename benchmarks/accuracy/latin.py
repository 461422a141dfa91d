"""Loans of Spanish and English papers: invented people, and their values as those papers print them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from num2words import num2words

from benchmarks.accuracy.facts import later
from benchmarks.accuracy.pen import Pen
from benchmarks.accuracy.printed import later_by

_FIRST_ES = (
    "Rosa",
    "Edilberto",
    "Luz Marina",
    "Wilmer",
    "Gladys",
    "Segundo",
    "Nélida",
    "Hernán",
    "Ximena",
    "Aurelio",
    "Yolanda",
    "Efraín",
)
_LAST_ES = (
    "Tapia",
    "Huaranca",
    "Cifuentes",
    "Ordóñez",
    "Villalba",
    "Saavedra",
    "Ibáñez",
    "Chuquimia",
    "Peñaloza",
    "Montenegro",
    "Arrieta",
    "Zambrano",
)
_FIRST_EN = (
    "Walter",
    "Grace",
    "Suresh",
    "Joyce",
    "Harold",
    "Meena",
    "Clifford",
    "Anita",
    "Peter",
    "Lillian",
    "Ganesh",
    "Martha",
)
_LAST_EN = (
    "Okello",
    "Hargrove",
    "Deshpande",
    "Mwangi",
    "Whitcomb",
    "Kulkarni",
    "Lindqvist",
    "Banda",
    "Prescott",
    "Shetty",
    "Oduya",
    "Barlow",
)
_USES_ES = (
    "compra de ganado lechero",
    "renovación de cafetales",
    "compra de fertilizantes y semillas",
    "construcción de un galpón",
    "capital de trabajo para la bodega",
    "adquisición de una motobomba",
)
_USES_EN = (
    "purchase of a second-hand tractor",
    "dairy cattle and feed",
    "drip irrigation for two hectares",
    "working capital for the grain store",
    "construction of a poultry shed",
)
_LENDERS_ES = (
    "Cooperativa de Ahorro y Crédito Sierra Alta Ltda.",
    "Caja Rural El Sembrador S.A.",
    "Financiera del Campo S.A.",
    "Banco Agrario del Litoral S.A.",
    "Caja Municipal de Ahorro y Crédito del Altiplano S.A.",
)
_LENDERS_EN = (
    "Riverside Rural Credit Union",
    "Hill Country Farm Credit, ACA",
    "Kaveri Valley Gramin Bank",
    "Umoja Savings and Credit Co-operative Society Ltd",
    "Northfield Agricultural Bank plc",
)
_MONTHS_ES = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)
_MONTHS_EN = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True, slots=True)
class Country:
    """How one country prints money and numbers of people.

    sign     before the figures; {} stands for them
    comma    whether the decimal mark is a comma
    words    the currency as it follows an amount in words
    person   the word before the number of a person
    """

    currency: str
    sign: str
    comma: bool
    words: str
    person: str
    towns: tuple[str, ...]


SPANISH = (
    Country("PEN", "S/ {}", False, "soles", "DNI N°", ("Huancavalle", "San Jerónimo del Valle")),
    Country(
        "USD",
        "USD {}",
        True,
        "dólares de los Estados Unidos de América",
        "C.C.",
        ("Riobamba Chica", "El Guabo Alto"),
    ),
    Country(
        "COP", "COP {}", True, "pesos colombianos", "C.C. No.", ("La Ceja Vieja", "Puerto Sereno")
    ),
    Country("EUR", "{} euros", True, "euros", "DNI", ("Villafranca del Soto", "Fuentelarga")),
    Country("BOB", "Bs {}", True, "bolivianos", "C.I.", ("Tiraque Bajo", "Punata Nueva")),
    Country("GTQ", "Q {}", False, "quetzales", "DPI", ("San Mateo Ixcán", "Chiantla Arriba")),
)
ENGLISH = (
    Country(
        "USD",
        "${}",
        False,
        "dollars",
        "Driver's licence no.",
        ("Fairmont, Iowa", "Cedar Hollow, Texas"),
    ),
    Country(
        "INR", "Rs. {}", False, "rupees", "PAN", ("Hosur Road, Kanakapura", "Old Bazar, Miraj")
    ),
    Country(
        "KES",
        "KES {}",
        False,
        "Kenya shillings",
        "ID No.",
        ("Kitale Road, Eldama", "Ol Kalou West"),
    ),
    Country(
        "GBP",
        "£{}",
        False,
        "pounds",
        "National Insurance no.",
        ("Market Harling, Norfolk", "Upper Slade, Devon"),
    ),
)


class Deal:
    """One loan of a Spanish or English paper; prints its values and remembers them with the pen."""

    def __init__(self, pen: Pen) -> None:
        chance = pen.chance
        self.pen, self.spanish = pen, pen.family.language == "es"
        self.country = chance.choice(SPANISH if self.spanish else ENGLISH)
        self._names = [self._name() for _ in range(6)]
        self.borrower, self.guarantor, self.spouse, self.officer, self.reviewer, self.notary = (
            self._names
        )
        self.lender = chance.choice(_LENDERS_ES if self.spanish else _LENDERS_EN)
        self.use = chance.choice(_USES_ES if self.spanish else _USES_EN)
        self.amount = chance.randrange(3, 240) * (
            500_000 if self.country.currency == "COP" else 500
        )
        self.start = date(2018, 1, 8) + (
            later(date(2018, 1, 8), chance.randrange(0, 90)) - date(2018, 1, 8)
        )
        self.start = later_by(self.start, chance.randrange(0, 25))
        self.term = chance.choice((6, 12, 18, 24, 36, 48, 60))
        self.end = later(self.start, self.term)
        self.rate = Decimal(chance.randrange(500, 2600)) / 100
        self.number = f"{chance.choice(('CR', 'OP', 'PR', 'LN'))}-{self.start.year}-{chance.randrange(100, 99999):05d}"
        self.town = chance.choice(self.country.towns)
        self.balance = self.amount * chance.randrange(3, 10) // 10
        self.late = chance.randrange(4, 200)
        self.visited = later_by(self.start, chance.randrange(20, 200))
        figures = chance.randrange(10_000_000, 99_999_999)
        self.person_no = {
            "EUR": f"{figures}{'TRWAGMYFPDXBNJZSQVHLCKE'[figures % 23]}",
            "INR": f"ABCPK{figures % 10000:04d}L",
        }.get(self.country.currency, str(figures))

    def _name(self) -> str:
        chance = self.pen.chance
        if self.spanish:
            name = f"{chance.choice(_FIRST_ES)} {' '.join(chance.sample(_LAST_ES, 2))}"
            return name.upper() if chance.random() < 0.25 else name
        return f"{chance.choice(_FIRST_EN)} {chance.choice('ABCDJKMR')}. {chance.choice(_LAST_EN)}"

    def put(self, field: str, text: str, value: Any = None) -> str:
        return self.pen.put(field, text, value)

    def money(self, field: str, amount: int) -> str:
        figures = f"{amount:,.2f}"
        if self.country.currency == "INR" and amount >= 100_000:
            rest, last = divmod(amount, 1000)
            figures = f"{rest // 100},{rest % 100:02d},{last:03d}" + self.pen.pick("", ".00", "/-")
        if self.country.comma:
            figures = figures.translate(str.maketrans(",.", ".,"))
        text = self.country.sign.format(figures)
        return self.put(field, text, {"value": f"{amount}.00", "currency": self.country.currency})

    def words(self) -> str:
        """The amount in words, as it is printed beside the figures."""
        language = "es" if self.spanish else ("en_IN" if self.country.currency == "INR" else "en")
        spelt = str(num2words(self.amount, lang=language))
        spelt = spelt.upper() if self.pen.odds(0.5) else spelt.capitalize()
        text = f"{spelt} {self.country.words}"
        return self.put("amount_words", text)

    def day(self, field: str, day: date) -> str:
        """Return a date as papers of the language print it; figures alone only where sure."""
        if self.spanish:
            month = _MONTHS_ES[day.month - 1]
            ways = [
                f"{day.day} de {month} de {day.year}",
                f"{day.day} de {month} del {day.year}",
                f"{day:%d/%m/%Y}",
                f"{day:%d-%m-%Y}",
            ]
        else:
            month = _MONTHS_EN[day.month - 1]
            ways = [
                f"{month} {day.day}, {day.year}",
                f"{day.day} {month} {day.year}",
                f"{day.day}{_ordinal(day.day)} {month}, {day.year}",
            ]
            if day.day > 12:
                ways.append(
                    f"{day:%m/%d/%Y}" if self.country.currency == "USD" else f"{day:%d/%m/%Y}"
                )
        return self.put(field, str(self.pen.pick(*ways)), day.isoformat())

    def yearly(self) -> str:
        figure = f"{self.rate.normalize():f}"
        told = {"value": figure, "unit": "percent_year"}
        shown = figure.replace(".", ",") if self.country.comma else figure
        text = (
            self.pen.pick(f"{shown}% anual", f"{shown} % anual", f"TEA {shown}%")
            if self.spanish
            else self.pen.pick(
                f"{shown}% per annum", f"{shown}% p.a.", f"{shown} percent per annum"
            )
        )
        return self.put("rate", str(text), told)

    def months(self) -> str:
        return self.put(
            "term_months", f"{self.term} {'meses' if self.spanish else 'months'}", self.term
        )

    def who(self, field: str, name: str) -> str:
        return self.put(field, name)

    def no(self) -> str:
        return self.put("id_number", self.person_no)

    def lines(self, told: Sequence[tuple[str, str]]) -> None:
        """Write labels with values as lines, pairs or a table."""
        pen = self.pen
        match pen.pick("lines", "lines", "grid", "wide", "tabs"):
            case "lines":
                for word, value in told:
                    pen.say(f"{word}: {value}")
            case "grid":
                pen.grid([list(pair) for pair in told], (1, 2))
            case "wide":
                rows: list[list[str | None]] = []
                for place in range(0, len(told), 2):
                    row: list[str | None] = [
                        cell for pair in told[place : place + 2] for cell in pair
                    ]
                    rows.append(row if len(row) == 4 else [*row, None, None])
                pen.grid(rows, (1, 1.6, 1, 1.6))
            case _:
                for word, value in told:
                    pen.say(f"{word}\t{value}")


def _ordinal(day: int) -> str:
    return "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
