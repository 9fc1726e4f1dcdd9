"""The digest of a segment: what decisions hang on, so it must not change when words do not.

Unicode is composed (NFC), runs of white space are one blank, typographic quotation marks and
apostrophes are straight. Case, accents, dashes and every other sign count.
"""

from __future__ import annotations

import hashlib
import unicodedata

_QUOTES = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201a": "'",
        "\u201b": "'",
        "\u2032": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u201f": '"',
        "\u00ab": '"',
        "\u00bb": '"',
        "\u2033": '"',
    }
)


def fold(text: str) -> str:
    """`text` as the digest sees it."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_QUOTES).split())


def digest(text: str) -> str:
    """32 hexadecimal digits (128 bits of SHA-256) that name the words of `text`."""
    folded = fold(text).encode("utf-8", "surrogatepass")
    return hashlib.sha256(folded).hexdigest()[:32]
