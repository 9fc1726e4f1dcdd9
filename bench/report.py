"""The HTML report in a real browser: its size, and how long opening, filters and keys take.

    python -m bench report [--paragraphs 10000]

Times are those that a person waits: from the action to the second picture after it.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench.archive_texts import paragraph_pairs

NEEDS_NOTHING = True
_AFTER = """
const done = arguments[arguments.length - 1];
const start = performance.now();
%s;
requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
"""
_CHOOSE = (
    "const s = document.getElementById('show'); s.value = '%s'; "
    "s.dispatchEvent(new Event('change'))"
)
_SEARCH = (
    "const s = document.getElementById('search'); s.value = '%s'; "
    "document.getElementById('show').dispatchEvent(new Event('change'))"
)
_KEY = "document.dispatchEvent(new KeyboardEvent('keydown', {key: '%s'}))"


def page_of(paragraphs: int) -> str:
    """A report over `paragraphs` paragraphs, every twentieth with a divergence."""
    from aligner.alignment.bead import Bead, Bitext
    from aligner.divergence.divergence import Divergence, Place, Severity
    from aligner.glossary.concept import Glossary
    from aligner.report.page.page import render
    from aligner.report.run import CheckRun
    from aligner.review.assembly import assemble
    from aligner.review.gates import judge, profile
    from aligner.review.listing import entries, shape
    from aligner.review.metrics import measure
    from aligner.text.building import document_of

    pairs = paragraph_pairs()
    texts = [pairs[n % len(pairs)] for n in range(paragraphs)]
    en = document_of([f"{e} ({n})" for n, (e, _) in enumerate(texts)], side="en", region="en-US")
    es = document_of([f"{s} ({n})" for n, (_, s) in enumerate(texts)], side="es", region="es-MX")
    bitext = Bitext(en, es, tuple(Bead((n,), (n,), 0.9) for n in range(paragraphs)), "bench")
    found = tuple(
        Divergence(
            "number", Severity.MAJOR, "mistranslation", n, (Place(n, 0, 4),), (Place(n, 0, 4),),
            (str(n),), (), "agreed-wording.en", (("said", "1"), ("agreed", "2")), str(n),
        )
        for n in range(0, paragraphs, 20)
    )  # fmt: skip
    review = assemble(en, es, (), document="a", align=lambda *_: bitext, check=lambda _: found)
    metrics = measure([review])
    run = CheckRun(
        "bench",
        (shape("a", bitext),),
        tuple(entries([review])),
        metrics,
        judge(metrics, profile("concordance")),
        "bench",
        reviews=(review,),
    )
    return render(run, Glossary())


def _browser(folder: Path) -> Any:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or shutil.which("google-chrome") or ""
    for argument in ("--headless", "--no-sandbox", "--disable-gpu", "--window-size=1400,1000"):
        options.add_argument(argument)
    options.add_argument(f"--user-data-dir={folder / 'profile'}")
    return webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))


def main(arguments: list[str]) -> None:
    """Prints a line an action."""
    parser = argparse.ArgumentParser(prog="python -m bench report")
    parser.add_argument("--paragraphs", type=int, default=10_000)
    wanted = parser.parse_args(arguments)
    try:
        import selenium  # noqa: F401
    except ImportError:
        print("skipped: selenium is not installed")
        return
    if not (shutil.which("chromedriver") and shutil.which("chromium")):
        print("skipped: no Chromium here")
        return
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "report.html"
        start = time.perf_counter()
        file.write_text(page_of(wanted.paragraphs), encoding="utf-8")
        print(
            f"{wanted.paragraphs} paragraphs: {file.stat().st_size / 2**20:.1f} MB, "
            f"written in {time.perf_counter() - start:.1f} s"
        )
        browser = _browser(Path(name))
        try:
            start = time.perf_counter()
            browser.get(file.as_uri())
            browser.execute_async_script(_AFTER % "")
            print(f"opened in {time.perf_counter() - start:.2f} s")
            for what, script, times in (
                ("only what is open", _CHOOSE % "open", 1),
                ("next divergence, filtered", _KEY % "n", 10),
                ("everything again", _CHOOSE % "all", 1),
                ("next divergence", _KEY % "n", 10),
                ("previous divergence", _KEY % "p", 10),
                ("first search", _SEARCH % "corrupcion", 1),
                ("search again", _SEARCH % "trafico", 3),
                ("search cleared", _SEARCH % "", 1),
            ):
                took = [browser.execute_async_script(_AFTER % script) for _ in range(times)]
                print(f"{what}: median {statistics.median(took):.0f} ms, worst {max(took):.0f} ms")
        finally:
            browser.quit()


if __name__ == "__main__":
    main(sys.argv[1:])
