"""Each format is valid by its own schema and says what the run says."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import jsonschema
import pytest
from lxml import etree

from aligner.report import check_json, github, gitlab, junit, markdown, sarif, text
from aligner.report.run import CheckRun
from tests.report.conftest import schema

AT = datetime(2026, 1, 1, tzinfo=UTC)


def test_sarif_is_valid_by_its_schema(run: CheckRun) -> None:
    log = json.loads(sarif.render(run))
    jsonschema.validate(log, json.loads(schema("sarif/sarif-schema-2.1.0.json").read_text()))


def test_sarif_names_both_sides_and_the_line_of_each(run: CheckRun) -> None:
    (only,) = json.loads(sarif.render(run))["runs"]
    for result in only["results"]:
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        related = result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert (uri, related) == ("en/a.md", "es/a.md")
        for place in (*result["locations"], *result["relatedLocations"]):
            assert place["physicalLocation"]["region"]["startLine"] >= 1
        assert only["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_tells_the_gates_that_fell(run: CheckRun) -> None:
    (only,) = json.loads(sarif.render(run))["runs"]
    (invocation,) = only["invocations"]
    told = {each["descriptor"]["id"] for each in invocation["toolExecutionNotifications"]}
    assert told == {f"gate/{gate.metric}" for gate in run.gates if not gate.held}
    assert invocation["exitCode"] == 1


def test_sarif_suppresses_what_a_verdict_settled(run: CheckRun) -> None:
    (only,) = json.loads(sarif.render(run))["runs"]
    settled = [result for result in only["results"] if "suppressions" in result]
    assert len(settled) == sum(entry.settled for entry in run.entries) > 0


@pytest.mark.parametrize("name", ["windyroad-JUnit.xsd", "jenkins-junit-10.xsd"])
def test_junit_is_valid_by_both_schemas(run: CheckRun, name: str) -> None:
    xsd = etree.XMLSchema(etree.parse(schema(f"junit/{name}")))
    tree = etree.fromstring(junit.render(run, at=AT).encode())
    assert xsd.validate(tree), xsd.error_log


def test_junit_is_red_exactly_where_a_gate_fell(run: CheckRun) -> None:
    tree = etree.fromstring(junit.render(run, at=AT).encode())
    gates = tree.find("testsuite[@name='gates']")
    red = {
        case.get("name") for case in gates.findall("testcase") if case.find("failure") is not None
    }
    assert red == {gate.metric for gate in run.gates if not gate.held}


def test_gitlab_has_its_documented_shape(run: CheckRun) -> None:
    for issue in json.loads(gitlab.render(run)):
        assert set(issue) >= {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"]["lines"]["begin"] >= 1


def test_gitlab_fingerprints_are_unique(run: CheckRun) -> None:
    found = [issue["fingerprint"] for issue in json.loads(gitlab.render(run))]
    assert len(found) == len(set(found))


def test_github_annotates_both_files_at_the_line_of_the_evidence(run: CheckRun) -> None:
    lines = github.render(run).splitlines()
    term = [line for line in lines if "title=forbidden-term" in line]
    assert any("file=en/a.md,line=5" in line for line in term)
    assert any("file=es/a.md,line=5" in line for line in term)


def test_github_escapes_what_would_end_a_command(run: CheckRun) -> None:
    for line in github.render(run).splitlines():
        assert line.startswith(("::error ", "::warning ", "::notice "))


def test_json_lines_hold_each_finding_and_each_gate(run: CheckRun) -> None:
    records = [json.loads(line) for line in check_json.render_lines(run).splitlines()]
    assert sum(record["kind"] == "gate" for record in records) == len(run.gates)
    assert sum(record["kind"] == "divergence" for record in records) == len(run.entries)


def test_json_holds_settled_findings_and_is_valid_by_the_published_schema(run: CheckRun) -> None:
    from pathlib import Path

    published = Path(__file__).parents[2] / "docs" / "schemas" / "check.schema.json"
    record = json.loads(check_json.render(run))
    jsonschema.validate(record, json.loads(published.read_text(encoding="utf-8")))
    states = {found["state"] for found in record["documents"][0]["divergences"]}
    assert "intended" in states


def test_markdown_escapes_markup_of_the_texts(run: CheckRun) -> None:
    page = markdown.render(run)
    assert "a <project>" not in page
    assert "a \\<project\\>" in page


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_text_fits_its_width(run: CheckRun, width: int) -> None:
    for line in text.render(run, width=width).splitlines():
        assert len(line) <= width


def test_the_text_has_colour_only_on_request(run: CheckRun) -> None:
    assert "\x1b" not in text.render(run)
    assert "\x1b[" in text.render(run, colour=True)
