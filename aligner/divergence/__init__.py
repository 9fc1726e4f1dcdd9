"""Bitext and glossary in, divergences out; one check, one file. Pure."""
