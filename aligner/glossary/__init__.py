"""Concepts, terms and decisions; terms found in text. Pure."""
