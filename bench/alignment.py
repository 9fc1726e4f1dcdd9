"""How well and how fast the aligner finds known beads.

    python -m bench alignment [--data DIR] [--seeds N] [--growth] [--large] [--verbose]

DIR holds NAME.en.txt and NAME.es.txt (segments between blank lines) and NAME.gold.json (beads as
`[[en], [es]]`, from 0); the part of NAME after its first point groups the table. Without DIR the
project's own declaration is used, as it stands and changed in known ways with N seeds. Each
document's figures, then the reliability of the scores; `--growth` times whole processes over
rising sizes (with `--large` to 44,000 paragraphs). hunalign, where on the path, is run beside.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import log
from pathlib import Path

from aligner.alignment.align import align
from aligner.alignment.bead import Bitext
from aligner.text.building import document_of
from aligner.text.reading import read_document
from aligner.text.segment import Side
from bench.alignment_changes import Beads, changed
from bench.alignment_scores import Scores, score, tidy

NEEDS_NOTHING = True

ROOT = Path(__file__).parents[1]
OWN = "joint-declaration"
COLUMNS = ("strict", "lax", "full", "gaps", "several", "moved")


@dataclass(frozen=True)
class Known:
    """A pair of documents with its gold beads."""

    name: str
    en: list[str]
    es: list[str]
    gold: Beads

    @property
    def group(self) -> str:
        """What the table groups it under: `struct25` in `handbook.struct25.s3`."""
        parts = [part for part in self.name.split(".")[1:] if not re.fullmatch(r"s\d+", part)]
        return parts[0] if parts else "untouched"


def _segments(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    return [part.strip() for part in re.split(r"\n[ \t]*\n", text) if part.strip()]


def from_folder(folder: Path) -> Iterator[Known]:
    """The pairs of `folder`."""
    for gold in sorted(folder.glob("*.gold.json")):
        stem = gold.name.removesuffix(".gold.json")
        beads = [(list(a), list(b)) for a, b in json.loads(gold.read_text(encoding="utf-8"))]
        yield Known(
            stem,
            _segments(folder / f"{stem}.en.txt"),
            _segments(folder / f"{stem}.es.txt"),
            beads,
        )


def own_pair() -> Known:
    """The declaration with the hand-made gold of the tests."""
    sides: dict[str, list[str]] = {}
    regions: dict[Side, str] = {"en": "en-US", "es": "es-MX"}
    for side, region in regions.items():
        path = ROOT / "texts" / side / f"{OWN}.md"
        document = read_document(path.read_bytes(), path=path.name, side=side, region=region)
        sides[side] = [segment.printed for segment in document.segments]
    gold = json.loads((ROOT / "tests" / "gold" / "alignment.json").read_text(encoding="utf-8"))
    beads = gold["beads"] if isinstance(gold, dict) else gold
    return Known("declaration", sides["en"], sides["es"], [(list(a), list(b)) for a, b in beads])


def own_documents(seeds: int) -> Iterator[Known]:
    """The declaration, untouched and with structural change."""
    base = own_pair()
    yield base
    for kind in ("struct", "full"):
        for rate in (10, 25, 40):
            for seed in range(1, seeds + 1):
                name = f"{base.name}.{kind}{rate}.s{seed}"
                made = changed(base.en, base.es, base.gold, rate / 100, name, moves=kind == "full")
                yield Known(name, made.en, made.es, made.gold)


def aligned(known: Known) -> tuple[Bitext, float]:
    """The bitext of `known` and the seconds that it took."""
    en = document_of(known.en, side="en", region="en-US")
    es = document_of(known.es, side="es", region="es-MX")
    begin = time.perf_counter()
    bitext = align(en, es)
    return bitext, time.perf_counter() - begin


def by_hunalign(known: Known, program: str) -> tuple[Beads, float]:
    """The beads that hunalign finds, without a dictionary, and its seconds. Written after its
    manual: a line a segment, tokens apart (so that no line is its mark of a paragraph); the
    dictionary may be an empty file; it prints rungs, the first and last segments of beads.
    Raises CalledProcessError where it fails."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for side, texts in (("en", known.en), ("es", known.es)):
            lines = (" ".join(re.findall(r"\w+|[^\w\s]", text)) for text in texts)
            (folder / side).write_text("\n".join(lines) + "\n", encoding="utf-8")
        (folder / "none.dic").write_text("", encoding="utf-8")
        begin = time.perf_counter()
        done = subprocess.run(
            [program, "-utf", "-realign", "none.dic", "en", "es"],
            cwd=folder,  # whatever it writes beside its output goes with the folder
            capture_output=True,
            text=True,
            check=True,
        )
        seconds = time.perf_counter() - begin
    rungs = [tuple(map(int, line.split()[:2])) for line in done.stdout.splitlines() if line]
    beads = [(list(range(a, b)), list(range(c, d))) for (a, c), (b, d) in pairwise(rungs)]
    return beads, seconds


def line_of(name: str, scores: list[Scores], seconds: float) -> str:
    """A line of the table: means, the worst strict score, and the most beads that are wrong in one
    document."""
    cells = []
    for column in COLUMNS:
        values = [value for one in scores if (value := getattr(one, column)) is not None]
        cells.append(f"{sum(values) / len(values):8.4f}" if values else "       -")
    worst, wrong = min(one.strict for one in scores), max(one.wrong for one in scores)
    return f"{name:28}" + "".join(cells) + f"{worst:8.4f}{wrong:6}{seconds:8.2f}"


def reliability(told: list[tuple[float, bool]]) -> Iterator[str]:
    """Of the beads scored within each tenth, how many there are, their mean score, and the share
    that is right."""
    yield f"{'score':>12}{'beads':>8}{'mean':>8}{'right':>8}"
    edges = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01)
    for low, high in pairwise(edges):
        inside = [(value, right) for value, right in told if low <= value < high]
        if inside:
            mean = sum(value for value, _ in inside) / len(inside)
            right = sum(right for _, right in inside) / len(inside)
            yield f"{low:5.2f} - {min(high, 1.0):4.2f}{len(inside):8}{mean:8.3f}{right:8.3f}"


def quality(documents: list[Known], *, verbose: bool) -> None:
    """The table of scores, of a peer where there is one, and the reliability of our scores."""
    head = "".join(f"{column:>8}" for column in COLUMNS)
    print(f"{'':28}{head}{'worst':>8}{'wrong':>6}{'seconds':>8}")
    told: list[tuple[float, bool]] = []
    groups: dict[str, list[Scores]] = defaultdict(list)
    seconds: dict[str, float] = defaultdict(float)
    peer = shutil.which("hunalign")
    beside: dict[str, list[Scores]] = defaultdict(list)
    beside_seconds: dict[str, float] = defaultdict(float)
    for known in documents:
        bitext, spent = aligned(known)
        scores = score([(bead.en, bead.es) for bead in bitext.beads], known.gold)
        true = tidy(known.gold)
        told += [(bead.score, (bead.en, bead.es) in true) for bead in bitext.beads]
        groups[known.group].append(scores)
        seconds[known.group] += spent
        if verbose:
            print(line_of(known.name, [scores], spent))
        if peer:
            beads, spent = by_hunalign(known, peer)
            beside[known.group].append(score(beads, known.gold))
            beside_seconds[known.group] += spent
    for group, scores_of in groups.items():
        print(line_of(group, scores_of, seconds[group]))
        if peer:
            print(line_of(f"  {peer}", beside[group], beside_seconds[group]))
    if not peer:
        print("hunalign is not on the path: no peer beside")
    print("\nreliability of the scores")
    for line in reliability(told):
        print(line)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\n{sum(seconds.values()):.2f} s in all, peak memory {peak:.0f} MB")


_LETTERS = "bdfglmnprstv"


def varied(text: str, number: int) -> str:
    """`text` with a third of its long words made others, the same way in every text of one
    `number`, cognates alike: so that a long document does not repeat itself."""
    prefix = _LETTERS[number % 12] + "aeiou"[number // 12 % 5] + _LETTERS[number // 60 % 12] + "a"

    def exchanged(found: re.Match[str]) -> str:
        word = found.group()
        return prefix + word.lower() if sum(map(ord, word[:3].lower())) % 3 == 0 else word

    return re.sub(r"[^\W\d_]{7,}", exchanged, text)


_ONE_PROCESS = """
import sys, time, resource
begin = time.perf_counter()
from pathlib import Path
from aligner.alignment.align import align
from aligner.text.reading import read_document
from aligner.text.segment import Side
read = lambda n, s: read_document(Path(n).read_bytes(), path=n, side=s, region=s)
bitext = align(read(sys.argv[1], "en"), read(sys.argv[2], "es"))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def growth(documents: list[Known], sizes: list[int]) -> None:
    """Seconds and memory of whole processes over rising sizes, and the exponent between them."""
    print(f"\n{'paragraphs':>12}{'words':>10}{'seconds':>9}{'MB':>7}{'exponent':>10}")
    before: tuple[int, float] | None = None
    for size in sizes:
        sides: tuple[list[str], list[str]] = ([], [])
        number = 0
        while min(map(len, sides)) < size:
            known = documents[number % len(documents)]
            for side, texts in zip(sides, (known.en, known.es), strict=True):
                side += [varied(text, number) for text in texts]
            number += 1
        with tempfile.TemporaryDirectory() as name:
            paths = [Path(name) / "en.txt", Path(name) / "es.txt"]
            for path, side in zip(paths, sides, strict=True):
                path.write_text("\n\n".join(side[:size]) + "\n", encoding="utf-8")
            words = len(paths[0].read_text(encoding="utf-8").split())
            begin = time.perf_counter()
            done = subprocess.run(
                [sys.executable, "-c", _ONE_PROCESS, *map(str, paths)],
                cwd=ROOT,
                capture_output=True,
                text=True,
                check=True,
            )
            spent = time.perf_counter() - begin
        grown = log(spent / before[1]) / log(size / before[0]) if before else None
        shown = f"{grown:10.2f}" if grown is not None else f"{'-':>10}"
        print(f"{size:12}{words:10}{spent:9.2f}{int(done.stdout) // 1024:7}{shown}", flush=True)
        before = (size, spent)


def main() -> None:
    """Prints the figures."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("--data", type=Path)
    asked.add_argument("--only", default="", help="documents whose name holds this")
    asked.add_argument("--seeds", type=int, default=5)
    asked.add_argument("--growth", action="store_true")
    asked.add_argument("--large", action="store_true")
    asked.add_argument("--verbose", action="store_true")
    options = asked.parse_args()
    if options.data and not options.data.is_dir():
        print(f"{options.data} is not there: skipped")
        return
    documents = list(from_folder(options.data) if options.data else own_documents(options.seeds))
    documents = [known for known in documents if options.only in known.name]
    if not documents:
        print("no documents: skipped")
        return
    quality(documents, verbose=options.verbose)
    if options.growth or options.large:
        sizes = [150, 600, 2_500, 10_000, *([44_000] if options.large else [])]
        untouched = [known for known in documents if known.group == "untouched"] or documents
        growth(untouched, sizes)


if __name__ == "__main__":
    main()
