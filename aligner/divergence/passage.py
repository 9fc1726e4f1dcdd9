"""What a check sees: one bead with both sides as text, and the document around it.

What always holds: spans that a check works with are code points of the composed (NFC) text of a
side, segments joined by a newline; `places` maps them back to raw code points of the segments.
Nothing is worked out before a check asks for it, and each thing only once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from aligner.alignment.bead import Bead, Bitext
from aligner.divergence.divergence import Place
from aligner.divergence.settings import Settings
from aligner.divergence.way import Way, composed
from aligner.glossary.concept import Glossary
from aligner.language.reading import Reading
from aligner.text.segment import Segment, Side, Span

if TYPE_CHECKING:  # loaded where they are used: numpy and the glossary's tables cost start-up
    from aligner.alignment.inner import InnerBead
    from aligner.alignment.lexicon import Lexicon
    from aligner.glossary.matching import Matcher

Derived = TypeVar("Derived")

# Spanish runs 5 to 30 per cent longer than English; twice that spread is still one text.
_SHORTEST, _LONGEST = 0.75, 1.75
# Fewer beads than this teach no lexicon that could be trusted.
_LEARNABLE = 8


class Passage:
    """One bead: `bead` is its index in the bitext, `en` and `es` the two readings.

    `passage.en.text`, `.lower`, `.words` and `.of(reader)` give text, folded text, words and typed
    facts; `context` the document around it; `blank` says that a side holds no text at all.
    """

    __slots__ = (
        "_derived",
        "_inner",
        "_maps",
        "bead",
        "beaded",
        "blank",
        "context",
        "en",
        "es",
        "segments",
    )

    def __init__(self, context: Context, index: int, bead: Bead) -> None:
        self.context = context
        self.bead = index
        self.beaded = bead
        english = [context.bitext.en.segments[i] for i in bead.en]
        spanish = [context.bitext.es.segments[j] for j in bead.es]
        self.segments = {"en": english, "es": spanish}
        self.en = _reading(english, "en", context.bitext.en.region)
        self.es = _reading(spanish, "es", context.bitext.es.region)
        self.blank = not self.en.text.strip() or not self.es.text.strip()
        self._maps: dict[Side, Way] = {}
        self._inner: tuple[InnerBead, ...] | None = None
        self._derived: dict[object, Any] = {}

    def side(self, side: Side) -> Reading:
        """The reading of `side`."""
        return self.en if side == "en" else self.es

    def places(self, side: Side, start: int, end: int) -> tuple[Place, ...]:
        """Where [start, end) of the side's text stands: one place for each segment it touches."""
        way = self._maps.get(side)
        if way is None:
            way = self._maps[side] = Way(self.segments[side])
        return way.places(start, end)

    @property
    def sure(self) -> bool:
        """Whether the two sides are so much of a length that neither can lack a sentence: what
        then stands on one side alone was probably meant to stand on both."""
        en, es = len(self.en.text), len(self.es.text)
        return _SHORTEST * en <= es <= _LONGEST * en

    def of(self, derive: Callable[[Passage], Derived]) -> Derived:
        """What `derive` makes of this passage; worked out at the first call and kept."""
        made: Derived
        try:
            made = self._derived[derive]
        except KeyError:
            made = self._derived[derive] = derive(self)
        return made

    @property
    def inner(self) -> tuple[InnerBead, ...]:
        """The sentences of both sides, aligned inside this bead; spans of `en.text`, `es.text`."""
        if self._inner is None:
            from aligner.alignment.inner import align_sentences

            self._inner = tuple(align_sentences(self.en.text, self.es.text, self.context.lexicon))
        return self._inner


def _reading(segments: Sequence[Segment], side: Side, region: str) -> Reading:
    if len(segments) == 1:
        return Reading(composed(segments[0].text), side, region)
    return Reading("\n".join(composed(each.text) for each in segments), side, region)


class Context:
    """One bitext under check with its settings, glossary and (learned or given) lexicon."""

    __slots__ = ("_learned", "_lexicon", "_matcher", "_passages", "bitext", "glossary", "settings")

    def __init__(
        self,
        bitext: Bitext,
        glossary: Glossary | None = None,
        settings: Settings | None = None,
        lexicon: Lexicon | None = None,
        matcher: Matcher | None = None,
    ) -> None:
        self.bitext = bitext
        self.settings = settings or Settings()
        self.glossary = glossary or Glossary()
        self._lexicon = lexicon
        self._learned = lexicon is not None
        self._matcher = matcher
        self._passages: tuple[Passage, ...] | None = None

    @property
    def passages(self) -> tuple[Passage, ...]:
        """One passage for each bead, in order."""
        if self._passages is None:
            self._passages = tuple(
                Passage(self, index, bead) for index, bead in enumerate(self.bitext.beads)
            )
        return self._passages

    def release(self) -> None:
        """Lets go of the passages: they hold their document, so that without this one each line of a
        long file would wait for the collector of cycles."""
        self._passages = None

    @property
    def lexicon(self) -> Lexicon | None:
        """The lexicon given to the check, else learned from this bitext; None for a few lines."""
        if not self._learned:
            self._learned = True
            if len(self.bitext.beads) >= _LEARNABLE:
                from aligner.alignment.lexicon import learn_lexicon

                self._lexicon = learn_lexicon(self.bitext)
        return self._lexicon

    @property
    def matcher(self) -> Matcher | None:
        """The glossary, ready to be found in text; None for an empty glossary."""
        if self._matcher is None and self.glossary.concepts:
            from aligner.glossary.matching import Matcher

            self._matcher = Matcher(self.glossary)
        return self._matcher

    def option(self, check: str, name: str, default: str = "") -> str:
        """The option `name` of `check` from the settings."""
        return self.settings.options.get(check, {}).get(name, default)


def whole(reading: Reading) -> Span:
    """The span of all of a side's text without the white space around it."""
    text = reading.text
    return len(text) - len(text.lstrip()), len(text.rstrip())
