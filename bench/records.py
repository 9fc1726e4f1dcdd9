"""What the records stand: python -m bench.records [crash|writers|branches|reanchoring] [--runs N].

Prints figures and judges nothing; what must hold is asserted in tests/store with fewer runs. Each
run happens in a folder of its own below the system's temporary folder.
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from aligner.review.event import Event
from aligner.review.review import Review
from aligner.review.session import Session
from aligner.store.journal import Journal
from aligner.store.project import Project, open_project
from aligner.store.records import DocumentRecords
from bench import reanchoring
from bench.record_worker import act
from bench.revisions import revise, text_of

ROOT = Path(__file__).resolve().parent.parent


def project_in(folder: Path, en: tuple[str, ...], es: tuple[str, ...]) -> Project:
    """A project of one document in `folder`."""
    for side, texts in (("en", en), ("es", es)):
        path = folder / side / "d.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n\n".join(texts) + "\n", encoding="utf-8")
    (folder / "aligner.yaml").write_text("schema: 1\n")
    return open_project(folder)


def sample(seed: object, paragraphs: int = 12) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Two texts that align one to one, more or less."""
    chance = random.Random(f"sample/{seed}")
    en = text_of(chance, paragraphs)
    return en, tuple(f"{text[:-1]} y {n + 3} más." for n, text in enumerate(en))


@dataclass(frozen=True)
class Crash:
    """What one killed run left: events confirmed, of these missing, and files left over after the
    next start."""

    confirmed: int
    missing: int
    readable: bool
    left: tuple[str, ...]


def crash(folder: Path, seed: int) -> Crash:
    """Starts a reviewer on the project in `folder`, kills it after up to a third of a second of work,
    starts again and looks."""
    command = [sys.executable, "-m", "bench.record_worker", str(folder), str(seed)]
    worker = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
    assert worker.stdout is not None
    assert worker.stdout.readline() == b"ready\n"
    time.sleep(random.Random(f"pause/{seed}").uniform(0.0, 0.3))
    worker.send_signal(signal.SIGKILL)
    told = worker.stdout.read().decode().split("\n")
    worker.wait()
    confirmed = told[:-1]  # what follows the last newline was not told whole
    project = open_project(folder)
    journal = project.journal("d")
    try:
        held = {event.id for event in journal.read().events}
        review = project.review("d")
        Session(review, DocumentRecords(project, "d"), by="After").note([0], "goes on")
        readable = True
    except Exception as error:  # noqa: BLE001  whatever it is, it is what this looks for
        print(f"seed {seed}: {error}")
        held, readable = set(), False
    left = [p for p in folder.rglob("*") if ".aligner-tmp" in p.name]
    return Crash(
        len(confirmed),
        sum(name not in held for name in confirmed),
        readable,
        tuple(path.name for path in left),
    )


def crashes(runs: int) -> None:
    start = time.perf_counter()
    found = []
    with tempfile.TemporaryDirectory() as place:
        for n in range(runs):
            folder = Path(place, str(n // 10))  # ten crashes on one journal
            if n % 10 == 0:
                project_in(folder, *sample(n)).review("d")
            found.append(crash(folder, n))
    print(
        f"crash: {runs} runs killed, {sum(each.confirmed for each in found)} events confirmed, "
        f"{sum(each.missing for each in found)} missing, "
        f"{sum(not each.readable for each in found)} journals unreadable, "
        f"{sum(bool(each.left) for each in found)} runs with a temporary file left after the next "
        f"start ({time.perf_counter() - start:.0f} s)"
    )


def writers(count: int) -> None:
    """Two processes write `count` decisions each, at once."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        project_in(folder, *sample("writers")).review("d")
        start = time.perf_counter()
        two = [
            subprocess.Popen(
                [sys.executable, "-m", "bench.record_worker", place, str(n), str(count)],
                cwd=ROOT,
                stdout=subprocess.PIPE,
            )
            for n in (1, 2)
        ]
        told = [worker.communicate()[0].decode().split()[1:] for worker in two]
        seconds = time.perf_counter() - start
        reading = open_project(folder).journal("d").read(strict=False)
        held = {event.id for event in reading.events}
        missing = sum(name not in held for names in told for name in names)
        decided = sum(event.kind != "snapshot" for event in reading.events)
        print(
            f"writers: 2 processes, {count} decisions each at once: {decided} decisions, "
            f"{missing} missing, {len(reading.troubles)} torn or foreign lines ({seconds:.1f} s)"
        )


def seen(review: Review) -> tuple[object, ...]:
    """All that people see of a review."""
    return (
        review.bitext.beads,
        review.beads,
        review.findings,
        review.conflicts,
        review.orphans,
        review.idle,
    )


def git(folder: Path, *words: str) -> str:
    """The answer of git, which must succeed."""
    command = ["git", "-c", "user.name=t", "-c", "user.email=t@t", "-c", "commit.gpgsign=false"]
    done = subprocess.run(
        [*command, *words], cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"git {words[0]}: {done.stdout}{done.stderr}")
    return done.stdout


def work(folder: Path, by: str, chance: random.Random, actions: int) -> None:
    """Random actions of one person on the project as it lies there."""
    project = open_project(folder, cached=True)
    session = Session(project.review("d"), DocumentRecords(project, "d"), by=by)
    done = 0
    while done < actions:
        done += act(session, chance) is not None


def branches(folder: Path, seed: int) -> tuple[bool, int]:
    """One pair of branches with random decisions, texts edited on one of them, merged by git in
    both directions: whether both directions agree, and the conflicts seen."""
    chance = random.Random(f"branches/{seed}")
    en, es = sample(seed)
    project_in(folder, en, es)
    (folder / ".gitattributes").write_text("review/**/*.jsonl text eol=lf merge=union\n")
    (folder / ".gitignore").write_text(".aligner/\nequivalences.yaml\n")
    git(folder, "init", "-q", "-b", "main")
    work(folder, "Ana", chance, chance.randint(0, 4))
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "base")
    for branch, by in (("ours", "Ana"), ("theirs", chance.choice(["Ana", "Ben"]))):
        git(folder, "checkout", "-q", "-b", branch, "main")
        if branch == "theirs":
            edited = revise(en, chance, 0.2).new
            project_in(folder, edited, es)
        work(folder, by, chance, chance.randint(1, 8))
        git(folder, "add", ".")
        git(folder, "commit", "-qm", branch, "--allow-empty")
    results = []
    for first, second in (("ours", "theirs"), ("theirs", "ours")):
        git(folder, "checkout", "-q", "-B", f"merged-{first}", first)
        git(folder, "merge", "-q", "-m", "merge", second)
        # Its own file for what verdicts taught is worked out from the journal.
        (folder / "equivalences.yaml").unlink(missing_ok=True)
        DocumentRecords(open_project(folder), "d").teach()
        results.append(open_project(folder).review("d"))
    same = seen(results[0]) == seen(results[1])
    return same, len(results[0].conflicts)


def merges(runs: int) -> None:
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as place:
        found = [branches(Path(place, str(n)), n) for n in range(runs)]
    print(
        f"branches: {runs} random pairs merged by git in both directions, "
        f"{sum(same for same, _ in found)} give the same state; "
        f"{sum(conflicts for _, conflicts in found)} conflicts shown "
        f"({time.perf_counter() - start:.0f} s)"
    )


def speed(events: int = 2_000) -> None:
    """How long reading a journal of so many events takes."""
    with tempfile.TemporaryDirectory() as place:
        journal = Journal(Path(place, "d.jsonl"))
        journal.append_all([Event(f"e{n}", "", "Ana", "", "note") for n in range(events)])
        start = time.perf_counter()
        journal.read()
        print(f"journal: {events} events read in {1000 * (time.perf_counter() - start):.0f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "what", nargs="*", default=["crash", "writers", "branches", "reanchoring", "speed"]
    )
    parser.add_argument("--runs", type=int, help="crash: 500, writers: 1000, branches: 100")
    options = parser.parse_args()
    if "crash" in options.what:
        crashes(options.runs or 500)
    if "writers" in options.what:
        writers(options.runs or 1000)
    if "branches" in options.what:
        merges(options.runs or 100)
    if "speed" in options.what:
        speed()
    if "reanchoring" in options.what:
        sys.argv[1:] = []
        reanchoring.main()


if __name__ == "__main__":
    main()
