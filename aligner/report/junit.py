"""JUnit XML in the strict Ant form, which every CI server reads.

What always holds: a test case for each gate and, for each document, one for each check that found
something open. A check's case fails only where a gate on its severity fell, so that the page is
red exactly when the exit code is.
"""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import islice

from lxml import etree

from aligner.report.places import first_places, place
from aligner.report.run import CheckRun
from aligner.review.listing import Entry
from aligner.text.hygiene import visible

_PLACES = 10


def _suite(root: etree._Element, number: int, name: str, package: str, at: str) -> etree._Element:
    suite = etree.SubElement(root, "testsuite")
    for key, value in {
        "id": str(number),
        "name": visible(name),
        "package": package,
        "timestamp": at,
        "hostname": "localhost",
        "time": "0",
    }.items():
        suite.set(key, value)
    etree.SubElement(suite, "properties")
    return suite


def _case(
    suite: etree._Element, classname: str, name: str, failure: tuple[str, str, str] | None
) -> None:
    case = etree.SubElement(suite, "testcase")
    case.set("classname", visible(classname))
    case.set("name", visible(name))
    case.set("time", "0")
    if failure is not None:
        kind, message, text = failure
        failed = etree.SubElement(case, "failure", type=kind, message=visible(message))
        failed.text = visible(text)


def _close(suite: etree._Element) -> None:
    cases = suite.findall("testcase")
    suite.set("tests", str(len(cases)))
    suite.set("failures", str(sum(1 for case in cases if len(case))))
    suite.set("errors", "0")
    etree.SubElement(suite, "system-out")
    etree.SubElement(suite, "system-err")


def _line(entry: Entry) -> str:
    return f"{entry.severity.word}: {entry.message} [{place(entry.en)} | {place(entry.es)}]"


def render(run: CheckRun, *, at: datetime | None = None) -> str:
    """The run as JUnit XML; `at` (default: now) is printed as the time of each suite."""
    stamp = (at or datetime.now(UTC)).strftime("%Y-%m-%dT%H:%M:%S")
    root = etree.Element("testsuites")
    gates = _suite(root, 0, "gates", "aligner", stamp)
    for gate in run.gates:
        where = "\n".join(islice(first_places(run, gate.metric), _PLACES))
        failure = None if gate.held else ("gate", gate.line, f"{gate.line}\n{where}")
        _case(gates, "aligner.gates", gate.metric, failure)
    _close(gates)
    fallen = {gate.metric for gate in run.gates if not gate.held}
    found: dict[str, list[Entry]] = {}
    for entry in run.open_entries:
        found.setdefault(entry.document, []).append(entry)
    for number, document in enumerate(run.documents, start=1):
        suite = _suite(root, number, document.document, "aligner.documents", stamp)
        mine = found.get(document.document, [])
        for check in sorted({entry.check for entry in mine}):
            of_check = [entry for entry in mine if entry.check == check]
            red = any(f"divergence.open.{entry.severity.word}" in fallen for entry in of_check)
            text = "\n".join(_line(entry) for entry in of_check)
            failure = (check, f"{len(of_check)} open", text) if red else None
            _case(suite, document.document, check, failure)
        _close(suite)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True).decode()
