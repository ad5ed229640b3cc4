"""XML read without what makes it dangerous: entities, document types, outside references."""

from xml.etree.ElementTree import Element

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring


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
        root: Element = fromstring(
            content, forbid_dtd=not doctype, forbid_entities=True, forbid_external=True
        )
    except DefusedXmlException as error:
        code = "xml-entity"
        raise XmlFault(code) from error
    except Exception as error:  # ParseError; ValueError and LookupError of odd encodings
        code = "file-broken"
        raise XmlFault(code) from error
    return root


def local(name: object) -> str:
    """Return an element's or attribute's name without its namespace; "" for a comment."""
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def attribute(element: Element, name: str) -> str:
    """Return an attribute whatever its namespace, or ""."""
    return next((value for key, value in element.attrib.items() if local(key) == name), "")
