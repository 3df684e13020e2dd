"""From finance's cube to pandas: the only import of pandas, made on first use."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING

from finance.summaries import CubeCell

if TYPE_CHECKING:
    from pandas import DataFrame as DataFrame

COLUMNS = ["month", "category_id", "key", "name", "kind", "payee", "currency", "total", "count"]


def cube_frame(cells: Iterable[CubeCell]) -> DataFrame:
    """One row per cell, with COLUMNS; `total` in whole minor units (int64), `count` of lines."""
    import pandas as pd

    frame = pd.DataFrame([asdict(cell) for cell in cells], columns=COLUMNS)
    return frame.astype({"total": "int64", "count": "int64"})


def by_category(now: DataFrame, before: DataFrame) -> DataFrame:
    """Both totals of each category that occurs in either frame: columns name, now, before; index category_id.

    A category that is absent on one side has 0 there; whether the side has entries at all is for the caller
    to ask. Sums stay int64 throughout: an outer join would go by way of floats.
    """
    import pandas as pd

    sides = [before.assign(now=0, before=before["total"]), now.assign(now=now["total"], before=0)]
    return pd.concat(sides).groupby("category_id").agg({"name": "last", "now": "sum", "before": "sum"})


def most_used(cube: DataFrame) -> list[str]:
    """The currencies of a cube, the one with most lines first; ties by code."""
    lines = cube.groupby("currency")["count"].sum()
    return sorted(lines.index, key=lambda currency: (-lines[currency], currency))
