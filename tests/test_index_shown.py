"""What a person sees of a hit: passages with marks, personal numbers covered."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.personal import mask
from indexer.highlight import snippets
from indexer.query import Words


def marked(snippet_segments: tuple[tuple[str, bool], ...]) -> list[str]:
    return [text for text, hit in snippet_segments if hit]


def test_every_word_is_marked_as_it_was_printed() -> None:
    page = "借款合同\n借款人：張 三，Préstamo ＨＴ2024"

    (found,) = snippets([page], [Words("张三"), Words("prestamo"), Words("ht2024")])

    assert marked(found.segments) == ["張 三", "Préstamo", "ＨＴ2024"]
    assert found.text == "借款合同 借款人：張 三，Préstamo ＨＴ2024"


def test_the_passage_with_most_of_the_words_comes_first_with_its_page() -> None:
    pages = ["张三" + "无" * 200, "无" * 200 + "张三的抵押"]

    found = snippets(pages, [Words("张三"), Words("抵押")])

    assert [snippet.page for snippet in found] == [2, 1]
    assert marked(found[0].segments) == ["张三", "抵押"]


def test_a_word_is_not_marked_inside_another_when_it_was_quoted() -> None:
    (found,) = snippets(["garantía garant"], [Words("garant", exact=True)])

    assert found.segments == (("garantía ", False), ("garant", True))


def test_without_a_hit_in_the_text_its_beginning_is_shown() -> None:
    (found,) = snippets(["", "  \n合同正文"], [Words("张三")])

    assert (found.page, found.segments) == (2, (("合同正文", False),))


def test_a_passage_does_not_begin_within_a_latin_word() -> None:
    (found,) = snippets(["por el reconocimiento el prestatario García"], [Words("garcía")])

    assert found.text == "el prestatario García"


def test_the_beginning_is_covered_too() -> None:
    (found,) = snippets(["110101199001011234"], [Words("张三")])

    assert found.text == "110101********1234"


def test_a_paper_without_text_has_no_passage() -> None:
    assert snippets([], [Words("张三")]) == ()


def test_a_sought_id_number_is_marked_and_still_covered() -> None:
    (found,) = snippets(["身份证号110101199001011234"], [Words("19900101")])

    assert found.segments == (
        ("身份证号110101", False),
        ("********", True),
        ("1234", False),
    )


def test_an_id_number_halved_by_the_cut_is_covered_too() -> None:
    page = "110101199001011234" + "，" * 12 + "张三"

    (found,) = snippets([page], [Words("张三")])

    assert "19900101" not in found.text
    assert "199001" not in found.text


def test_who_may_see_it_sees_it() -> None:
    (found,) = snippets(["身份证号110101199001011234"], [Words("1990")], masked=False)

    assert "110101199001011234" in found.text


@settings(deadline=None)
@given(
    st.lists(st.text(alphabet="张三李，12 \nabé", max_size=120), max_size=3),
    st.lists(st.text(alphabet="张三李1abé", min_size=1, max_size=3), max_size=3),
)
def test_a_passage_is_always_a_piece_of_its_page(pages: list[str], typed: list[str]) -> None:
    for found in snippets(pages, [Words(text) for text in typed], masked=False):
        page = " ".join(pages[found.page - 1].split())
        assert " ".join(found.text.split()) in page
        assert all(text for text, _hit in found.segments)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("110101199001011234", "110101********1234"),
        ("11010119900101123X", "110101********123X"),
        ("身份证：110101 19900101 1234。", "身份证：110101 ******** 1234。"),
        ("旧证110101900101123", "旧证110101******123"),
        ("１１０１０１１９９００１０１１２３４", "１１０１０１********１２３４"),
        ("电话13812345678", "电话138****5678"),
        ("电话138-1234-5678", "电话138-****-5678"),
        ("0510-12345678", "0510-******78"),
        ("卡号6222021234567890123", "卡号622202*********0123"),
        ("6222 0212 3456 7890 123", "6222 02** **** ***0 123"),
        ("DNI 12345678Z", "DNI *****678Z"),
        ("ES91 2100 0418 4502 0005 1332", "ES91 **** **** **** **** 1332"),
        ("Tel. 612 34 56 78", "Tel. 612 ** ** 78"),
        ("con DNI N° 09384716, de estado", "con DNI N° *****716, de estado"),
        ("DNI 09384716 N° de crédito 12", "DNI *****716 N° de crédito 12"),
        ("C.I. N° 3059999049", "C.I. N° *******049"),
        ("PAN AXZPN4821Q, residing", "PAN AX******1Q, residing"),
        ("Aadhaar 4821 9930 1123", "Aadhaar **** **** 1123"),
        ("CURP: LOGM850101MDFPRR07", "CURP: LO**************07"),
        ("Celular: 987 654 321", "Celular: 98* *** *21"),
        ("+51 987 654 321", "+51 98* *** *21"),
    ],
)
def test_personal_numbers_are_covered_in_their_place(text: str, shown: str) -> None:
    assert mask(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "合同编号HT-2024-0117",
        "50,000.00元",
        "2024年3月5日",
        "（2024）农信借字第001号",
        "20240305",
        "CP-2024-00183",
        "GM/AGL/2025/0067",
        "Préstamo 00012345",
        "documento firmado el 5 de mayo",
    ],
)
def test_what_is_not_personal_stays(text: str) -> None:
    assert mask(text) == text


@settings(deadline=None)
@given(st.text(alphabet="0123456789Xx -张1３,", max_size=60))
def test_covering_keeps_every_place(text: str) -> None:
    covered = mask(text)

    assert len(covered) == len(text)
    assert all(new in (old, "*") for old, new in zip(text, covered, strict=True))
