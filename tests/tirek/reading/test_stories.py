"""Stories of units, as their Markdown stands."""

from __future__ import annotations

from pathlib import Path

from tirek.model.catalogue import Catalogue
from tirek.reading.stories import read_stories

ROOT = Path(__file__).resolve().parents[3]


def test_every_unit_has_its_stories(catalogue: Catalogue) -> None:
    stories = read_stories(ROOT / "docs", catalogue.units.values())
    assert len(stories) == 2 * len(catalogue.units)
    for (lang, name), story in stories.items():
        assert story.path.startswith(f"docs/{lang}/network/")
        assert story.matter["unit"] == name
        assert (ROOT / story.path).read_text(encoding="utf-8").endswith(f"\n{story.body}\n")


def test_a_page_without_front_matter_is_left_out(tmp_path: Path, small: Catalogue) -> None:
    unit = small.units["almaty-school-1-centre"]
    page = tmp_path / "docs/kk/network/centres/almaty-school-1-centre.md"
    page.parent.mkdir(parents=True)
    page.write_text("Мәтін.\n", encoding="utf-8")
    assert read_stories(tmp_path / "docs", [unit]) == {}
    page.write_bytes("---\r\ntitle: Атауы\r\n---\r\n\r\nМәтін.\r\n".encode())
    found = read_stories(tmp_path / "docs", [unit])
    assert found["kk", unit.id].matter == {"title": "Атауы"}
    assert found["kk", unit.id].body == "Мәтін."
