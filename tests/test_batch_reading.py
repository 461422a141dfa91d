"""A print file is read for the search as a reader of any Word file would, only sooner."""

from __future__ import annotations

from benchmarks.notices import notice, template
from extractors.settings import ReadingSettings
from extractors.sources import open_content
from templates.batch.joined import joined
from templates.batch.reading import content_of


def lines_of(text: str) -> list[str]:
    """Return the lines without their blanks and without the page number of the footer."""
    return [flat for line in text.split("\n") if (flat := "".join(line.split())) != "—1—"]


def test_each_notice_is_a_page_with_its_header_and_all_its_words() -> None:
    filled = template()
    three = [notice(number) for number in (1, 2, 3)]
    alone = [open_content(filled.render(one), ReadingSettings(), None).text for one in three]

    found = content_of(joined(filled, [filled.parts(one) for one in three]))

    assert [lines_of(page.text) for page in found.pages] == [lines_of(text) for text in alone]
