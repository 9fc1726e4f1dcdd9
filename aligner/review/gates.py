"""Gates: what a figure must be before a text goes on.

What always holds: a gate is judged on the exact fraction, never on the printed per cent; a figure
that is n/a holds every gate. A later gate on a metric takes the place of an earlier one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from fractions import Fraction

from aligner.errors import ConfigurationError
from aligner.review.metrics import COUNTS, METRICS, RATIOS, Metric

DEFAULT_PROFILE = "concordance"


@dataclass(frozen=True, slots=True)
class Gate:
    """A limit: a ratio must be at least `limit` per cent, a count at most `limit`."""

    metric: str
    limit: Fraction

    @property
    def printed(self) -> str:
        """`>= 99.5 %`, `<= 0`."""
        if self.metric in RATIOS:
            return f">= {_decimal(self.limit)} %"
        return f"<= {_decimal(self.limit)}"


@dataclass(frozen=True, slots=True)
class GateResult:
    """One judged gate. `limit` and `value` are as printed; `line` says it in one line."""

    metric: str
    limit: str
    value: str
    held: bool

    @property
    def line(self) -> str:
        """`coverage.en is 98 % (45/46 segments), wanted >= 100 %`."""
        return f"{self.metric} is {self.value}, wanted {self.limit}"


def _profile(ratios: Iterable[str], counts: Iterable[str]) -> tuple[Gate, ...]:
    return (
        *(Gate(name, Fraction(100)) for name in ratios),
        *(Gate(name, Fraction(0)) for name in counts),
    )


_DRAFT = _profile(("coverage.en", "coverage.es"), ("review.conflicts", "glossary.conflicts"))
_CONCORDANCE = (
    *_DRAFT,
    *_profile((), ("divergence.open.critical", "divergence.open.major", "glossary.forbidden")),
)
_SIGNATURE = (
    *_CONCORDANCE,
    *_profile(("reviewed", "signed"), ("stale", "brackets.open", "queries.open")),
)

PROFILES: Mapping[str, tuple[Gate, ...]] = {
    "draft": _DRAFT,
    "concordance": _CONCORDANCE,
    "signature": _SIGNATURE,
}


def judge(metrics: Mapping[str, Metric], gates: Iterable[Gate]) -> tuple[GateResult, ...]:
    """Each of `gates`, judged on `metrics`."""
    return tuple(_judged(metrics[gate.metric], gate) for gate in gates)


def _judged(metric: Metric, gate: Gate) -> GateResult:
    if not metric.known:
        held = True
    elif metric.ratio:
        held = metric.n * 100 >= gate.limit * metric.d
    else:
        held = metric.n <= gate.limit
    value = metric.printed if metric.known else "n/a (nothing to measure)"
    return GateResult(gate.metric, gate.printed, value, held)


def profile(name: str) -> tuple[Gate, ...]:
    """The gates of a profile. Raises ConfigurationError for an unknown one."""
    try:
        return PROFILES[name]
    except KeyError:
        raise ConfigurationError(
            f"no gate profile is called {name!r}; there are {', '.join(PROFILES)}"
        ) from None


def gates_of(limits: Mapping[str, str], base: Iterable[Gate] | None = None) -> tuple[Gate, ...]:
    """`base` (default: the default profile) with the gates that `limits` name (metric -> number,
    as in aligner.yaml) in place of its own. Raises ConfigurationError as `gate` does."""
    start = PROFILES[DEFAULT_PROFILE] if base is None else base
    return replaced(start, (gate(metric, limit) for metric, limit in limits.items()))


def replaced(base: Iterable[Gate], gates: Iterable[Gate]) -> tuple[Gate, ...]:
    """`base` and `gates` in one; the last gate on a metric counts."""
    merged = {each.metric: each for each in base}
    merged.update((each.metric, each) for each in gates)
    return tuple(merged.values())


def gate(metric: str, limit: str) -> Gate:
    """The gate that holds `metric` to `limit`. Raises ConfigurationError for an unknown metric,
    naming the nearest, and for a limit that is no number or out of range."""
    if metric not in METRICS:
        raise ConfigurationError(f"no metric is called {metric!r}{nearest(metric, METRICS)}")
    number = _number(metric, limit)
    if metric in RATIOS and not 0 <= number <= 100:
        raise ConfigurationError(f"{metric}: {limit} is no per cent between 0 and 100")
    if metric in COUNTS and (number < 0 or number.denominator != 1):
        raise ConfigurationError(f"{metric}: {limit} is no whole number from 0")
    return Gate(metric, number)


def fail_under(argument: str) -> Gate:
    """The gate of `--fail-under METRIC=PCT`. Raises ConfigurationError."""
    metric, limit = _parted(argument, "--fail-under", "METRIC=PCT")
    if metric in COUNTS:
        raise ConfigurationError(f"--fail-under {metric}: it is a number; use --max {metric}=N")
    return gate(metric, limit.removesuffix("%"))


def at_most(argument: str) -> Gate:
    """The gate of `--max METRIC=N`. Raises ConfigurationError."""
    metric, limit = _parted(argument, "--max", "METRIC=N")
    if metric in RATIOS:
        raise ConfigurationError(f"--max {metric}: it is a share; use --fail-under {metric}=PCT")
    return gate(metric, limit)


def nearest(name: str, known: Iterable[str]) -> str:
    """` (did you mean X?)` for the known name nearest to `name`, or an empty string."""
    close = get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f" (did you mean {close[0]}?)" if close else ""


def _parted(argument: str, option: str, form: str) -> tuple[str, str]:
    metric, sign, limit = argument.partition("=")
    if not sign:
        raise ConfigurationError(f"{option} {argument!r}: expected {form}")
    return metric.strip(), limit.strip()


def _number(metric: str, limit: str) -> Fraction:
    try:
        # Digits alone: Fraction would read "1/3" and "1e9" too, which no limit means.
        if not limit.replace(".", "", 1).replace("-", "", 1).isdecimal() or not limit.isascii():
            raise ValueError(limit)
        return Fraction(limit)
    except (ValueError, ZeroDivisionError):
        raise ConfigurationError(f"{metric}: {limit!r} is no number") from None


def _decimal(number: Fraction) -> str:
    if number.denominator == 1:
        return str(number.numerator)
    return f"{float(number):.4f}".rstrip("0").rstrip(".")
