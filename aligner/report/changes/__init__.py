"""What changed between two versions, as text, JSON, HTML and a record of changes for Word."""
