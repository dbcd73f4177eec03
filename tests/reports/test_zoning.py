"""Zones: the frame of a page is told from its story."""

from hypothesis import given
from hypothesis import strategies as st

from untold.reports.zoning import zones_of


def kinds(text: str) -> list[tuple[str, str]]:
    return [(zone.kind, text[zone.start : zone.end].strip()) for zone in zones_of(text)]


@given(st.text(alphabet=st.sampled_from('aA1 .,:-\n\r\t\u2028\u00a0#?\u062d\u2022[]()"')))
def test_zones_cover_any_text_in_order_and_without_overlap(text: str) -> None:
    zones = zones_of(text)

    assert "".join(text[zone.start : zone.end] for zone in zones) == text
    assert all(zone.start < zone.end for zone in zones)
