"""What other tools read and write: glossaries and bitexts."""
