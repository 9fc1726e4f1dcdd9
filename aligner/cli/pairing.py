"""Files paired by what they say, for `batch --pair-by-content`.

What always holds: what is unsure is asked about, with the candidates, and never guessed.
"""

from __future__ import annotations

from pathlib import Path

from aligner.archive.manifest import Listed, Listing, date_in
from aligner.archive.pairing import pair_by_content
from aligner.errors import AlignerError
from aligner.store.reading import text_of


def by_content(
    listing: Listing, root: Path, regions: tuple[str, str]
) -> tuple[list[Listed], list[str]]:
    """The pairs among the files that stand alone, and a question for each that is left."""
    english, faults_en = _texts(listing.alone_en, root)
    spanish, faults_es = _texts(listing.alone_es, root)
    pairing = pair_by_content(english, spanish)
    pairs = [
        Listed(
            Path(pair.en).with_suffix("").as_posix().removeprefix("en/"),
            root / pair.en,
            root / pair.es,
            date_in(pair.en),
            *regions,
        )
        for pair in pairing.pairs
    ]
    questions = [
        f"{question.name}: "
        + (
            "which of these? "
            + ", ".join(f"{name} ({score:.2f})" for name, score in question.candidates)
            if question.candidates
            else "nothing is like it"
        )
        for question in pairing.questions
    ]
    return pairs, [*faults_en, *faults_es, *questions]


def _texts(paths: tuple[Path, ...], root: Path) -> tuple[dict[str, str], list[str]]:
    texts: dict[str, str] = {}
    faults = []
    for path in paths:
        name = path.relative_to(root).as_posix()
        try:
            texts[name] = text_of(path, side="en" if name.startswith("en/") else "es")
        except AlignerError as error:
            faults.append(str(error))
    return texts, faults
