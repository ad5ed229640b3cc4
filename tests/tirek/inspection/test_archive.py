"""Parts of an archive as XML: a small one is read once, and little is kept."""

from __future__ import annotations

import io
import zipfile

import pytest

from tirek.inspection.archive import MAX_KEPT, Archive, opened
from tirek.inspection.xml import XmlFault


def archive(**parts: bytes) -> Archive:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return opened(stream.getvalue())


def xml(size: int) -> bytes:
    return b"<a>" + b"x" * (size - len(b"<a></a>")) + b"</a>"


def test_a_small_part_is_read_once() -> None:
    own = archive(one=b"<a><b/></a>", two=b"<c/>")
    assert [element.tag for element in own.tree("one").iter()] == ["a", "b"]
    assert own.tree("two").tag == "c"
    assert own.tree("one") is own.tree("one")


def test_no_more_is_kept_than_may_be() -> None:
    half = MAX_KEPT // 2
    own = archive(half=xml(half), more=xml(half + 1), rest=xml(half))
    kept = {name: own.tree(name) is own.tree(name) for name in own.names}
    assert kept == {"half": True, "more": False, "rest": True}


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"<a>", "file-broken"), (b'<!DOCTYPE a [<!ENTITY b "c">]><a/>', "xml-entity")],
)
def test_a_fault_is_told_each_time(content: bytes, code: str) -> None:
    own = archive(part=content)
    for _ in range(2):
        with pytest.raises(XmlFault) as fault:
            own.tree("part")
        assert fault.value.code == code
