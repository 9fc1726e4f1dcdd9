"""XML from strangers, parsed without obeying it.

What always holds: no entity that a file declares is expanded, no DTD is loaded, nothing is fetched,
and depth and size are bounded. A document type may be named (TMX files do) but declares nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from aligner.errors import InputError, LimitError
from aligner.text.hygiene import visible
from aligner.text.limits import MAX_PART, check_file_size

if TYPE_CHECKING:
    from lxml.etree import _Element

# Without the huge-tree option libxml2 itself stops at 256 levels and 10 MB in one node.
_LIMITS_OF_LIBXML = ("depth", "huge", "too long", "amplification", "entity loop", "too big")
# Prolog bytes that are searched for entity declarations before anything is parsed.
_DECLARATION = b"<!ENTITY"


def _options() -> dict[str, Any]:
    return {
        "resolve_entities": False,
        "no_network": True,
        "load_dtd": False,
        "dtd_validation": False,
        "attribute_defaults": False,
        "huge_tree": False,
        "remove_comments": True,
        "remove_pis": True,
    }


def parse_xml(content: bytes, *, name: str) -> _Element:
    """The root element of the XML in `content`; comments and processing instructions are gone.

    `name` is the file's name for messages. Raises InputError for what is not well-formed or
    declares entities, LimitError for what is too deep or too large.
    """
    # Imported here: only the formats built on XML pay for it.
    from lxml import etree

    check_file_size(len(content), name=name, limit=MAX_PART)
    if not content.strip():
        raise InputError(f"{visible(name)}: the file is empty")
    # UTF-16 holds the same letters with NULs between them.
    if _DECLARATION in content or _DECLARATION in content.replace(b"\x00", b""):
        raise InputError(_entities(name))
    try:
        root = etree.fromstring(content, etree.XMLParser(**_options()))
    except (etree.LxmlError, ValueError, LookupError) as error:
        raise refusal(error, name) from None
    if root is None:
        raise InputError(f"{visible(name)}: no XML document in it")
    refuse_declarations(root, name)
    return root


def stream_xml(stream: BinaryIO, tags: tuple[str, ...], *, name: str) -> Iterator[_Element]:
    """Each element whose namespaced tag is among `tags`, complete, as it is read; memory is
    bounded, since an element is emptied once the caller asks for the next. The elements around it
    can be asked for attributes, not for content. Raises as `parse_xml` does."""
    from lxml import etree

    options = _options()
    first = True
    try:
        for event, element in etree.iterparse(stream, events=("start", "end"), **options):
            if event == "start":
                if first:
                    refuse_declarations(element, name)
                    first = False
                continue
            if element.tag in tags:
                yield element
                element.clear(keep_tail=False)
                # What came before is done with as well.
                while element.getprevious() is not None:
                    del element.getparent()[0]
    except (etree.LxmlError, ValueError, LookupError) as error:
        raise refusal(error, name) from None
    if first:
        raise InputError(f"{visible(name)}: the file is empty")


def refuse_declarations(root: _Element, name: str) -> None:
    """Raise InputError when the document type of `root` declares entities."""
    subset = root.getroottree().docinfo.internalDTD
    # The stubs do not know this method of lxml's DTD.
    entities: Any = getattr(subset, "iterentities", tuple)
    if any(True for _ in entities()):
        raise InputError(_entities(name))


def refusal(error: Exception, name: str) -> InputError:
    """What a failure of the XML library is to the user: one line with the place."""
    message = visible(str(getattr(error, "msg", None) or error)).strip()
    line = getattr(error, "lineno", None)
    place = f", line {line}" if isinstance(line, int) and line > 0 else ""
    lowered = message.lower()
    if any(word in lowered for word in _LIMITS_OF_LIBXML):
        return LimitError(f"{visible(name)}{place}: XML deeper or larger than we read ({message})")
    return InputError(f"{visible(name)}{place}: not well-formed XML: {message}")


def _entities(name: str) -> str:
    return (
        f"{visible(name)}: the XML declares entities, which are never expanded here;"
        " save it without a DTD"
    )


def local(element: _Element) -> str:
    """The tag of `element` without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def line_of(element: _Element) -> int:
    """The line in which `element` begins, from 1; 0 where it is not known."""
    line: Any = element.sourceline
    return line if isinstance(line, int) else 0
