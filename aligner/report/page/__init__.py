"""The HTML report: its page, its parts, its style and its script; one file without a network."""
