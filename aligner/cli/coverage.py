"""`aligner coverage`: the metrics alone."""

from __future__ import annotations

import json
from typing import Any

import click

from aligner.cli import options, output
from aligner.errors import UsageError


@click.command("coverage")
@click.argument("paths", nargs=-1, metavar="[PROJECT | EN ES]")
@options.common
@options.reading
@click.option(
    "--format",
    "form",
    default="text",
    show_default=True,
    metavar="text|json|total",
    help="`total METRIC` prints one number, for badges.",
)
@click.option("--metric", metavar="METRIC", help="With `total`: which (default: coverage.en).")
def command(**given: Any) -> int:
    """Print coverage and the other metrics of a project, or of two files."""
    from aligner.cli.opening import opened, read_reviews
    from aligner.cli.running import signature_of
    from aligner.report.check_json import SCHEMA, metrics_record
    from aligner.review.gates import nearest
    from aligner.review.metrics import METRICS, measure

    form, metric, paths = given["form"], given["metric"], list(given["paths"])
    if form not in ("text", "json", "total"):
        raise UsageError(f"--format {form!r}: expected text, json or total")
    if form == "total" and metric is None and paths and paths[0] in METRICS:
        metric = paths.pop(0)  # `--format total METRIC [PROJECT]`
    metric = metric or "coverage.en"
    if metric not in METRICS:
        raise UsageError(f"no metric is called {metric!r}{nearest(metric, METRICS)}")
    project = opened(paths, encoding=given["encoding"], tracked=given["tracked"])
    found = read_reviews(project, given)
    metrics = measure(found.reviews, project.glossary)
    if form == "total":
        chosen = metrics[metric]
        value = chosen.percent if chosen.ratio else chosen.n
        output.emit("n/a\n" if value is None else f"{value}\n")
    elif form == "json":
        record = {
            "schema": SCHEMA,
            "signature": signature_of(found.reviews),
            "metrics": metrics_record(metrics),
        }
        output.emit(json.dumps(record, indent=1) + "\n")
    else:
        widest = max(len(name) for name in metrics)
        output.emit("".join(f"{n:<{widest}}  {m.printed}\n" for n, m in metrics.items()))
    return found.code
