"""The certificate of comparison: what was compared, by whom, and with what result.

What always holds: it is refused while anything is open, stale, bracketed, in conflict or changed
since it was accepted: `obstacles` names what stands in the way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from aligner.report.naming import check_name, figure, metric_name, role_name
from aligner.report.papers.sheet import Sheet
from aligner.report.papers.words import CATALOGUES, Language
from aligner.report.run import CheckRun
from aligner.review.gates import PROFILES, judge
from aligner.review.review import Finding, Verdict


def obstacles(run: CheckRun) -> tuple[str, ...]:
    """What forbids the certificate, one line each: every gate of the profile `signature`, and any
    finding that is open, whatever its severity."""
    lines = [gate.line for gate in judge(run.metrics, PROFILES["signature"]) if not gate.held]
    still_open = [finding for review in run.reviews for finding in review.findings if finding.open]
    if still_open:
        lines.append(f"{len(still_open)} findings without a verdict")
    mended = [
        finding
        for review in run.reviews
        for finding in review.findings
        if finding.state in (Verdict.MEND_EN, Verdict.MEND_ES)
    ]
    if mended:
        lines.append(f"{len(mended)} amendments decided and not yet made in the text")
    lines += [problem for review in run.reviews for problem in review.problems]
    return tuple(lines)


def render(
    run: CheckRun,
    digests: Mapping[str, str],
    *,
    language: Language = "en",
    place: str = "",
    date: str = "",
) -> bytes:
    """The certificate as a Word file. `digests` maps each text's path to the SHA-256 of its bytes.
    Call it only where there are no obstacles."""
    words = CATALOGUES[language]
    sheet = Sheet(f"{words['certificate_title']}: {run.project}", language=language)
    sheet.line(words["certify"])
    sheet.table(
        (words["file"], words["segments"], words["digest"]),
        [
            (document.path, str(len(document.segments)), digests[document.path])
            for review in run.reviews
            for document in (review.bitext.en, review.bitext.es)
        ],
        shares=(3, 2, 6),
    )
    sheet.heading(words["coverage"])
    shown = ("coverage.en", "coverage.es", "coverage.confirmed", "signed", "reviewed")
    sheet.table(
        (words["measure"], words["value"]),
        [(metric_name(name, language), figure(run.metrics[name], language)) for name in shown],
        shares=(1, 2),
    )
    _verdicts(sheet, run, language)
    _people(sheet, run, language)
    sheet.line(f"{words['place_date']}: {place or '________________'}, {date or '____________'}")
    sheet.line(f"{words['method']} {run.signature}")
    return sheet.content()


def _verdicts(sheet: Sheet, run: CheckRun, language: Language) -> None:
    words = CATALOGUES[language]
    settled = [finding for review in run.reviews for finding in review.findings]
    counts = Counter(str(finding.state) for finding in settled)
    sheet.heading(words["closed"])
    sheet.table(
        (words["verdict"], words["value"]),
        [(words[state], str(count)) for state, count in sorted(counts.items())],
        shares=(2, 1),
    )
    accepted = [finding for finding in settled if finding.state is Verdict.INTENDED]
    if accepted:
        sheet.heading(words["accepted"])
        sheet.table(
            (words["finding"], words["reason"], words["by"]),
            [
                (
                    _accepted(finding, language),
                    finding.reason if finding.shared else "",
                    finding.by,
                )
                for finding in accepted
            ],
            shares=(3, 3, 2),
        )


def _accepted(finding: Finding, language: Language) -> str:
    divergence = finding.divergence
    facts = " | ".join((*divergence.facts_en, *divergence.facts_es))
    return f"{check_name(divergence.check, language)}: {facts}"


def _people(sheet: Sheet, run: CheckRun, language: Language) -> None:
    words = CATALOGUES[language]
    names: set[tuple[str, str]] = set()
    for review in run.reviews:
        for state in review.beads:
            if state.by:
                names.add((state.by, state.role))
            names.update((signer, "") for signer in state.signed_by)
    known = {name for name, role in names if role}
    rows = sorted((name, role) for name, role in names if role or name not in known)
    sheet.heading(words["people"])
    sheet.table(
        (words["name"], words["role"], words["signature"]),
        [(name, role_name(role, language), "") for name, role in rows],
        shares=(3, 2, 4),
    )
    sheet.line(words["self_named"])
