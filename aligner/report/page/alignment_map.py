"""The alignment of one document drawn as SVG: what is split, merged, moved or missing at a glance.

What always holds: a segment is a tick on its side, as high as its share of the text; a bead is a
band between the two sides; the drawing is a fixed width and says in words what it shows.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from aligner.alignment.bead import Bead, Bitext
from aligner.text.document import Document

WIDTH = 220
HEIGHT = 640
_BAR = 34
_LEAST = 0.6


def kind(bead: Bead) -> str:
    """What a reader should see of a bead: `missing`, `moved`, `merged` (shape n-m) or `plain`."""
    if bead.empty:
        return "missing"
    if bead.crossing:
        return "moved"
    return "plain" if len(bead.en) == len(bead.es) == 1 else "merged"


def _edges(document: Document) -> list[float]:
    """The upper edge of each segment and the lower edge of the last, in drawing units."""
    sizes = [max(len(segment.text), 1) for segment in document.segments]
    total = sum(sizes) or 1
    edges, at = [0.0], 0
    for size in sizes:
        at += size
        edges.append(at / total * HEIGHT)
    return edges


def draw(bitext: Bitext, words: Mapping[str, str], *, prefix: str = "") -> str:
    """The map as an SVG element; `words` gives the names of the kinds and the title; each band
    names `PREFIXbN`, the bead's place on the page, for the script. It holds no links: a picture
    is one thing to a screen reader."""
    en, es = _edges(bitext.en), _edges(bitext.es)
    counts: dict[str, int] = {}
    bands = []
    for number, bead in enumerate(bitext.beads):
        name = kind(bead)
        counts[name] = counts.get(name, 0) + 1
        shape = _missing(bead, en, es) if bead.empty else _band(bead, en, es)
        label = escape(f"{number + 1}: {bead.shape} {words[name]}")
        bands.append(
            f'<path class="map-{name}" data-bead="{prefix}b{number}" d="{shape}">'
            f"<title>{label}</title></path>"
        )
    said = ", ".join(f"{words[name]}: {n}" for name, n in sorted(counts.items()))
    return (
        f'<svg class="map" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{escape(words["map"])}. {escape(said)}">'
        f'<rect class="map-bar" x="0" y="0" width="{_BAR}" height="{HEIGHT}"/>'
        f'<rect class="map-bar" x="{WIDTH - _BAR}" y="0" width="{_BAR}" height="{HEIGHT}"/>'
        + "".join(bands)
        + "</svg>"
    )


def _band(bead: Bead, en: list[float], es: list[float]) -> str:
    top_en, low_en = en[bead.en[0]], en[bead.en[-1] + 1]
    top_es, low_es = es[bead.es[0]], es[bead.es[-1] + 1]
    low_en, low_es = max(low_en, top_en + _LEAST), max(low_es, top_es + _LEAST)
    right = WIDTH - _BAR
    middle = WIDTH / 2
    return (
        f"M0 {top_en:.1f}H{_BAR}C{middle} {top_en:.1f} {middle} {top_es:.1f} {right} {top_es:.1f}"
        f"H{WIDTH}V{low_es:.1f}H{right}"
        f"C{middle} {low_es:.1f} {middle} {low_en:.1f} {_BAR} {low_en:.1f}H0Z"
    )


def _missing(bead: Bead, en: list[float], es: list[float]) -> str:
    edges, held, left = (en, bead.en, 0) if bead.en else (es, bead.es, WIDTH - _BAR)
    top, low = edges[held[0]], max(edges[held[-1] + 1], edges[held[0]] + _LEAST)
    return f"M{left} {top:.1f}h{_BAR}V{low:.1f}h-{_BAR}Z"
