"""Bytes in, a document of segments out. Pure."""
