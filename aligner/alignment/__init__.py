"""Two documents in, a bitext out. Pure."""
