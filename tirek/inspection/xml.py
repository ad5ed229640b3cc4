"""XML read without what makes it dangerous: entities, document types, outside references."""

from functools import lru_cache
from typing import Final
from xml.etree.ElementTree import XML, Element

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

_BUILDING: Final = (
    "StartElementHandler",
    "EndElementHandler",
    "CharacterDataHandler",
    "CommentHandler",
    "ProcessingInstructionHandler",
    "DefaultHandlerExpand",
)
"""Calls of the parser that make a tree; without them it only refuses."""


class XmlFault(Exception):
    """XML that is not read; ``code`` is a problem code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def parsed(content: bytes, *, doctype: bool = False) -> Element:
    """Return the root element of ``content``.

    Args:
        content: The document.
        doctype: Whether a document type may be named; entities are never read.

    Raises:
        XmlFault: it is no XML (``file-broken``), or declares entities (``xml-entity``).
    """
    try:
        _refuse_danger(content, doctype=doctype)
        return XML(content)
    except DefusedXmlException as error:
        code = "xml-entity"
        raise XmlFault(code) from error
    except Exception as error:  # ParseError; ValueError and LookupError of odd encodings
        code = "file-broken"
        raise XmlFault(code) from error


def _refuse_danger(content: bytes, *, doctype: bool) -> None:
    """Read ``content`` for what is dangerous alone.

    The careful parser makes its tree in Python, call by call, five times slower than the
    standard one; so it looks first, and the standard one reads what it has let pass.
    """
    careful = DefusedXMLParser(forbid_dtd=not doctype, forbid_entities=True, forbid_external=True)
    for call in _BUILDING:
        setattr(careful.parser, call, None)
    careful.parser.Parse(content, True)


@lru_cache(maxsize=2**10)
def local(name: object) -> str:
    """Return an element's or attribute's name without its namespace; "" for a comment."""
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def attribute(element: Element, name: str) -> str:
    """Return an attribute whatever its namespace, or ""."""
    return next((value for key, value in element.attrib.items() if local(key) == name), "")
