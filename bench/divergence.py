"""Recall and false alarms of the checks on a case file; prints figures, judges nothing.

    python -m bench divergence [CASES.jsonl] [--glossary FILE] [--flags OUT] [--show KIND] [--jobs N]
    python -m bench divergence CASES.jsonl --context DOCUMENTS.jsonl
    python -m bench divergence [CASES.jsonl] --peer
    python -m bench divergence --pathological

A case is a line `{id, seg, en, es, fault, variant?, doc?}`: a faulty segment, its clean twin (same
`seg`, no fault), or a variant that must raise nothing new. New = a flag that the clean twin does
not raise. `--show missed:TYPE`, `--show clean[:CHECK]`, `--show variants` lists the cases. Without a
file it takes the faults of our own (bench/own_cases.jsonl) and the judged list (bench/judged.tsv).
`--context` names a file in which some of the cases stand among the lines of their documents (`doc`):
those alone are scored, by what is flagged there. `--peer` prints the seconds beside pofilter;
`--pathological` the processor time of all checks on one hostile bead each.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from aligner.divergence.lines import check_lines
from aligner.glossary.concept import Concept, Glossary, Status, Term
from bench.divergence_peer import beside

NEEDS_NOTHING = True
FOLDER = Path(__file__).parent
RANK = {"info": 0, "minor": 1, "major": 2, "critical": 3}
CONTEXT = 12


def glossary_at(path: Path) -> Glossary:
    """The glossary in the short JSON form: `[{"en", "es", "forbidden": [...]}]`."""
    concepts = []
    for number, entry in enumerate(json.loads(path.read_text(encoding="utf-8"))):
        spanish = [Term(entry["es"])]
        spanish += [Term(form, Status.FORBIDDEN) for form in entry.get("forbidden", [])]
        concepts.append(Concept(f"c{number:03}", (Term(entry["en"]),), tuple(spanish)))
    return Glossary(tuple(concepts))


def judged(cases: list[dict[str, Any]], glossary: Glossary | None, jobs: int) -> dict[str, Any]:
    """The flags of every case, by id."""
    slices: list[list[dict[str, Any]]] = [[]]
    for case in cases:
        last = slices[-1]
        if len(last) >= 200 and (not case.get("doc") or last[-1].get("doc") != case["doc"]):
            slices.append([])
        slices[-1].append(case)
    flags: dict[str, Any] = {}
    with ProcessPoolExecutor(jobs) as pool:
        for part, answers in zip(
            slices, pool.map(_judge, slices, [glossary] * len(slices)), strict=True
        ):
            flags.update(zip((case["id"] for case in part), answers, strict=True))
    return flags


def _judge(cases: list[dict[str, Any]], glossary: Glossary | None) -> list[Any]:
    return list(
        check_lines(
            [(case["en"], case["es"]) for case in cases],
            documents=[case.get("doc") for case in cases],
            glossary=glossary,
        )
    )


class Score:
    """The flags of one run beside the cases, at one least severity."""

    def __init__(self, cases: list[dict[str, Any]], flags: dict[str, Any], least: str) -> None:
        self.cases = cases
        self.flags = {
            key: [f for f in found if RANK[f["severity"]] >= RANK[least]]
            for key, found in flags.items()
        }
        self.clean = [c for c in cases if not c.get("fault") and not c.get("variant")]
        self.twin = {c["seg"]: c for c in self.clean}

    def new(self, case: dict[str, Any]) -> list[Any]:
        """The flags of `case` that its clean twin does not raise."""
        twin = self.twin.get(case["seg"])
        before = (
            Counter(self._form(f, twin) for f in self.flags.get(twin["id"], []))
            if twin
            else Counter()
        )
        fresh = []
        for flag in self.flags.get(case["id"], []):
            form = self._form(flag, case)
            if before[form]:
                before[form] -= 1
            else:
                fresh.append(flag)
        return fresh

    @staticmethod
    def _form(flag: Any, case: dict[str, Any]) -> tuple[str, str, str]:
        span = flag["span"]
        return flag["type"], flag["side"], case[flag["side"]][span[0] : span[1]] if span else ""

    @staticmethod
    def near(flag: Any, fault: dict[str, Any]) -> bool:
        """Whether a span of the flag touches the fault on either side."""
        other = "en" if fault["side"] == "es" else "es"
        for side, place in ((fault["side"], fault["span"]), (other, fault.get("other_span"))):
            if place is None or flag["side"] != side or not flag["span"]:
                continue
            start, end = place
            if end - start < 2:
                start, end = start - CONTEXT, end + CONTEXT
            if flag["span"][0] < end and flag["span"][1] > start:
                return True
        return False

    def print(self) -> None:
        """Recall by fault, false alarms by check, variants."""
        table: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        for case in self.cases:
            if case.get("fault"):
                counts, fresh = table[case["fault"]["type"]], self.new(case)
                counts[0] += 1
                counts[1] += bool(fresh)
                counts[2] += any(self.near(flag, case["fault"]) for flag in fresh)
        print(f"{'fault':24}{'n':>6}{'new %':>8}{'near %':>8}")
        for name, (n, new, near) in sorted(table.items()):
            print(f"{name:24}{n:6}{100 * new / n:8.0f}{100 * near / n:8.0f}")
        flagged = sum(bool(self.flags.get(c["id"])) for c in self.clean)
        print(f"clean segments flagged per 100: {100 * flagged / max(len(self.clean), 1):.1f}")
        by_check = Counter(
            t for c in self.clean for t in {f["type"] for f in self.flags.get(c["id"], [])}
        )
        for name, count in by_check.most_common():
            print(f"    {name:22}{100 * count / max(len(self.clean), 1):6.2f}  ({count})")
        variants = [c for c in self.cases if c.get("variant")]
        if variants:
            shown = sum(bool(self.new(c)) for c in variants)
            print(f"variants newly flagged: {shown} of {len(variants)}")

    def show(self, what: str) -> None:
        """The cases behind a figure."""
        kind, _, name = what.partition(":")
        for case in self.cases:
            fault = case.get("fault")
            if kind == "missed" and fault and fault["type"] == name and not self.new(case):
                _show(case, [fault])
            elif kind == "variants" and case.get("variant") and self.new(case):
                _show(case, self.new(case))
        if kind == "clean":
            hits = [
                (c, [f for f in self.flags.get(c["id"], []) if name in ("", f["type"])])
                for c in self.clean
            ]
            for case, found in random.Random(7).sample(hits, len(hits)):
                if found:
                    _show(case, found)


def _show(case: dict[str, Any], reasons: list[Any]) -> None:
    print(f"\n# {case['id']} {case['seg']}\nEN {case['en']}\nES {case['es']}")
    for reason in reasons:
        if "message" in reason:
            spans = [case[s][a:b] for s in ("en", "es") for a, b in reason[s]]
            print(f"  -> {reason['type']} {reason['severity']} {spans}: {reason['message']}")
        else:
            print(f"  -> {reason}")


def precision(path: Path) -> None:
    """Precision by severity from a list judged by hand (`bench/judged.tsv`): as it was judged, for
    each draw, and of all with what the checks say now, which was mended after that list and so says
    less."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith(("#", "draw\t"))]
    draws = [(draw, 4) for draw in dict.fromkeys(row[0] for row in rows)]
    for draw, column in (*draws, ("", 5)):
        for least in ("minor", "major"):
            held = [
                row[6]
                for row in rows
                if draw in ("", row[0]) and RANK.get(row[column], -1) >= RANK[least]
            ]
            right = held.count("right")
            fair = right + held.count("arguable")
            name = f"as judged, drawn from {draw}" if draw else "now"
            print(
                f"{name}, {least} and up: {fair} of {len(held)} right or arguable ({right} right)"
            )


def pathological() -> None:
    """The processor seconds of all checks on texts that a slow pattern would never end on."""
    words = random.Random(5)
    pairs = [
        ("security", "seguridad"), ("health", "salud"), ("court", "tribunal"), ("border", "frontera"),
        ("school", "escuela"), ("budget", "presupuesto"), ("road", "camino"), ("water", "agua"),
    ]  # fmt: skip
    english, spanish = [], []
    for _ in range(4_200):
        (one, uno), (two, dos) = words.choice(pairs), words.choice(pairs)
        count, day, year = (
            words.randrange(2, 900),
            words.randrange(1, 28),
            words.randrange(2000, 2030),
        )
        english.append(
            f"In {count} cases the {one} of the {two} must not be reduced before {day} March {year}, "
            "and all states shall report."
        )
        spanish.append(
            f"En {count} casos no debe reducirse {uno} de {dos} antes del {day} de marzo de {year}, "
            "y todos los estados informarán."
        )
    texts = {
        "a natural paragraph, 1 MB in all": (" ".join(english), " ".join(spanish)),
        "100,000 digits": ("9" * 100_000, "8" * 100_000),
        "34,000 numbers": ("1 2 3 " * 11_000, "4 5 6 " * 11_000),
        "open brackets": ("(" * 100_000, "[" * 100_000),
        "nested brackets": ("[a (b " * 20_000, "]b )a " * 20_000),
        "one word of 1 MB": ("a" * 1_000_000, "b" * 1_000_000),
        "one sentence repeated": ("Mexico City. " * 8_000, "Ciudad de México. " * 6_000),
    }
    check_lines([("Peace.", "Paz.")])  # the tables are read before the clock runs
    runs = {name: [pair] for name, pair in texts.items()}
    quarter = len(english) // 4
    runs["the first one as a document of four"] = [
        (" ".join(english[at : at + quarter]), " ".join(spanish[at : at + quarter]))
        for at in range(0, 4 * quarter, quarter)
    ]
    for name, lines in runs.items():
        started = time.process_time()
        check_lines(lines, documents=["one"] * len(lines))
        size = sum(len(en) + len(es) for en, es in lines)
        print(f"{name:36}{size:12,} code points{time.process_time() - started:8.2f} s")


def main() -> None:
    """Runs the bench from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("cases", type=Path, nargs="?", default=FOLDER / "own_cases.jsonl")
    parser.add_argument(
        "--pathological", action="store_true", help="time on hostile texts, no cases"
    )
    parser.add_argument("--peer", action="store_true", help="seconds beside pofilter")
    parser.add_argument("--context", type=Path, help="the cases inside their documents")
    parser.add_argument("--glossary", type=Path)
    parser.add_argument("--flags", type=Path, help="write the flags as JSON lines")
    parser.add_argument("--least", default="minor", choices=sorted(RANK))
    parser.add_argument("--show", default="")
    parser.add_argument("--judged", type=Path, default=FOLDER / "judged.tsv", help="judged list")
    parser.add_argument("--jobs", type=int, default=2)
    chosen = parser.parse_args()
    if chosen.pathological:
        pathological()
        return
    if chosen.judged.exists() and not chosen.show and not chosen.peer:
        precision(chosen.judged)
    if not chosen.cases.exists():
        print(f"skipped: no case file at {chosen.cases}")
        return
    cases = [json.loads(line) for line in chosen.cases.read_text(encoding="utf-8").splitlines()]
    if chosen.peer:
        beside(cases)
        return
    started = time.perf_counter()
    glossary = glossary_at(chosen.glossary) if chosen.glossary else None
    lines = cases
    if chosen.context:
        text = chosen.context.read_text(encoding="utf-8")
        lines = [json.loads(line) for line in text.splitlines()]
        inside = {line["id"] for line in lines}
        cases = [case for case in cases if case["id"] in inside]
    flags = judged(lines, glossary, chosen.jobs)
    took = time.perf_counter() - started
    if chosen.flags:
        rows = ({"id": key, "flags": found} for key, found in flags.items())
        chosen.flags.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    score = Score(cases, flags, chosen.least)
    if chosen.show:
        score.show(chosen.show)
    else:
        score.print()
        print(f"{len(lines)} segments in {took:.2f} s with {chosen.jobs} processes")


if __name__ == "__main__":
    main()
