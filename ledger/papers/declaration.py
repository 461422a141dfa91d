"""What a type of paper declares: which of its fields give which columns of which facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from archive.filing import normal_number
from extractors.reading import FieldValue, Reading

if TYPE_CHECKING:
    from ledger.papers.claims import Claim
    from ledger.papers.held import Fact, Holdings

Titles = Mapping[str, str]
# A fact's value as the ledger keeps it; None: the field says nothing the ledger could keep.
Convert = Callable[[FieldValue], Any]
# Whether paper and ledger say the same; None: they cannot be compared.
Agrees = Callable[[Any, Sequence["Fact"], "Claim"], bool | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One column of a fact, taken from a field of the paper.

    key        the column (of a record: the kind's field)
    fields     fields of the reading (domain names); the first that was read counts
    convert    from the paper's value to the ledger's
    joined     all values of the field, with 、 between them
    sure       must have been read surely before it is posted without a person
    code       of the finding, where the ledger says otherwise; None: not compared
    agrees     how the two are compared, where equality is not meant
    completes  proposed for a fact of the ledger that leaves it blank
    common     holds for each of several things that the paper names
    """

    key: str
    fields: tuple[str, ...]
    convert: Convert
    joined: bool = False
    sure: bool = False
    code: str | None = None
    agrees: Agrees | None = None
    completes: bool = False
    common: bool = False


def nothing_against(_claim: Claim, _holdings: Holdings) -> Iterable[str]:
    """Know no reason why a person should look first."""
    return ()


def nothing_more(_reading: Reading) -> Mapping[str, Any]:
    """Add nothing to what the columns take."""
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFact:
    """One fact that papers of some types give.

    name        of the proposal ("inspection"); keys that begin with _ are not written
    titles      for people
    doc_types   papers that give it
    table       of ledger.schema.FACTS; `kind` says which kind of record
    columns     what it is made of
    needs       columns without which the paper proposes nothing
    dated_by    columns that say from when it counts; the first that is known
    key         what tells it from other facts about the same loan, from its columns
    find        the facts of the ledger that are this one
    of_a_loan   it is about one loan, and waits until the ledger knows that
    each_of     one such fact for each value of this field ("title_certificate_no")
    proposes    what the ledger lacks is proposed; else the paper is only compared with it
    posts       may be posted without a person, if all is sure
    missing     code of the finding while the ledger lacks it and nobody has decided
    says        columns that the paper says otherwise than by a field
    against     reasons why a person should look first, beyond doubts of the reading
    source      form or rule it comes from
    """

    name: str
    titles: Titles
    doc_types: tuple[str, ...]
    table: str
    columns: tuple[Taken, ...]
    find: Callable[[Claim, Holdings], Sequence[Fact]]
    key: Callable[[Mapping[str, Any]], tuple[str, ...]] = field(default=lambda _values: ())
    kind: str | None = None
    needs: tuple[str, ...] = ()
    dated_by: tuple[str, ...] = ()
    of_a_loan: bool = True
    each_of: str | None = None
    proposes: bool = True
    posts: bool = False
    missing: str = "not_in_ledger"
    says: Callable[[Reading], Mapping[str, Any]] = nothing_more
    against: Callable[[Claim, Holdings], Iterable[str]] = nothing_against
    source: str = ""

    def column(self, key: str) -> Taken:
        """Return a column. Raises KeyError."""
        return {each.key: each for each in self.columns}[key]


def same_number(one: str | None, other: str | None) -> bool:
    """Whether two numbers of contracts or certificates are one, however their brackets print."""
    return bool(one and other) and normal_number(str(one)) == normal_number(str(other))
