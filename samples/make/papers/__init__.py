"""The sample papers: one module for each household or group of households."""

from __future__ import annotations

from collections.abc import Iterator

from samples.make.paper import Paper
from samples.make.papers import (
    company,
    credit,
    english,
    group,
    lixiuying,
    oddities,
    spanish,
    zhangsan,
)
from samples.make.world import World


def all_papers() -> Iterator[Paper]:
    """Yield every file of the inbox with its expected reading."""
    world = World()
    whole = [
        paper
        for module in (zhangsan, lixiuying, group, credit, company, spanish, english)
        for paper in module.papers(world)
    ]
    yield from whole
    yield from oddities.papers(world, {paper.name: paper for paper in whole})
