"""The state of a review: events, verdicts, coverage, gates. Pure."""
