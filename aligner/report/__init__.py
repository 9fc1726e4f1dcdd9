"""What was found, in the formats that people and pipelines read."""
