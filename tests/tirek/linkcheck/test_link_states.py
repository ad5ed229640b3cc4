"""What is remembered of links: four failures on different days, and the page that tells of it."""

from __future__ import annotations

import socket
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from minisites import valid_site
from rude import rude_server

from tirek.cli import main
from tirek.linkcheck.ask import Answer
from tirek.linkcheck.round import NoNetwork, after, answers_of
from tirek.model.link_state import DEAD_AFTER, Failing, dead_links, failed
from tirek.reading.catalogue import read_all, read_catalogue
from tirek.reading.link_states import read_states, written
from tirek.reading.tree import Tree
from tirek.views.pages import material_pages
from tirek.views.renderer import Renderer

URL = "https://example.kz/a"
FAILS = {URL: Answer("fails", "404")}
DAY = date(2026, 11, 1)


def rounds(*steps: tuple[int, str]) -> dict[str, Failing]:
    """The state after rounds on days after the first, each with its verdict."""
    states: dict[str, Failing] = {}
    for offset, verdict in steps:
        day = (DAY + timedelta(offset)).isoformat()
        states = after(states, {URL: Answer(verdict, "404")}, day)  # type: ignore[arg-type]
    return states


def test_a_link_is_dead_after_four_failures_on_different_days() -> None:
    assert not dead_links(rounds((0, "fails"), (1, "fails"), (2, "fails")))
    dead = rounds((0, "fails"), (1, "fails"), (2, "fails"), (5, "fails"))
    assert dead_links(dead) == {URL: "2026-11-01"}
    assert dead[URL] == Failing("2026-11-01", "2026-11-06", 4, "404")


def test_failures_of_one_day_count_once() -> None:
    assert rounds(*[(0, "fails")] * 9)[URL].days == 1


def test_a_link_that_opens_again_is_forgotten() -> None:
    assert rounds((0, "fails"), (1, "fails"), (2, "fails"), (3, "opens")) == {}
    assert rounds((0, "fails"), (1, "opens"), (2, "fails"))[URL].since == "2026-11-03"


def test_without_a_network_nobody_is_blamed() -> None:
    silent = {f"https://{n}.example/": Answer("fails", "name") for n in range(3)}
    with pytest.raises(NoNetwork):
        after({}, silent, "2026-11-01")
    assert len(after({}, {**silent, URL: Answer("opens", "200")}, "2026-11-01")) == 3


def test_servers_are_asked_one_question_at_a_time() -> None:
    urls = [f"https://{host}.example/{n}" for host in "ab" for n in range(3)]
    asked: list[str] = []

    def ask(url: str) -> Answer:
        asked.append(url)
        return Answer("opens")

    assert set(answers_of(urls, ask, pause=0)) == set(urls)
    assert [u for u in asked if "//a" in u] == urls[:3]


days = st.dates(date(2020, 1, 1), date(2030, 1, 1)).map(date.isoformat)
states = st.dictionaries(
    st.from_regex(r"https?://[a-z.]{1,20}/[^\s<>\\{}|^`\"']{0,20}", fullmatch=True),
    st.builds(Failing, days, days, st.integers(1, 999), st.sampled_from(["404", "timeout"])),
    max_size=5,
)


@given(states)
def test_what_is_written_is_read_again(states: dict[str, Failing]) -> None:
    tree = Tree(Path("/nowhere"), {"catalogue/links.yml": written(states)})
    assert read_states(tree, "catalogue") == (states, [])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("- a", (1, 1, "file-not-mapping")),
        ("ftp://x: {}", (1, 1, "value-not-web-address")),
        ('"https://x": 1', (1, 1, "value-not-mapping")),
        ('"https://x": {since: 1}', (1, 22, "value-not-full-date")),
        ('"https://x": {since: 2026-01-01}', (1, 14, "field-missing")),
        ("a: b: c", (1, 5, "yaml-syntax")),
    ],
)
def test_a_spoilt_file_is_told_at_its_place(text: str, place: tuple[int, int, str]) -> None:
    _, [problem] = read_states(Tree(Path("/"), {"c/links.yml": text.encode()}), "c")
    assert (problem.line, problem.column, problem.code) == place


def remember(root: Path, *days: str) -> None:
    url = "https://example.kz/lesson?id=1"
    state: Failing | None = None
    for day in days:
        state = failed(state, day, "404")
    assert state is not None
    (root / "catalogue" / "links.yml").write_bytes(written({url: state}))


def test_pages_tell_of_a_dead_link_with_its_date(tmp_path: Path) -> None:
    root = valid_site(tmp_path / "site")
    before = pages(root)
    remember(root, *(f"2026-11-0{n}" for n in range(1, DEAD_AFTER)))
    assert pages(root) == before
    remember(root, *(f"2026-11-0{n}" for n in range(1, DEAD_AFTER + 1)))
    catalogue, _, problems = read_all(root / "catalogue")
    assert problems == []
    told = pages(root)
    assert {name for name in told if told[name] != before[name]} == {"lesson-online"}
    day = Renderer(catalogue, "kk", 2026).voice.date("2026-11-01")
    assert f"Бұл сілтеме ашылмайды, алғаш байқалғаны: {day}" in told["lesson-online"]
    assert catalogue.digests == read_catalogue(root / "catalogue").digests


def pages(root: Path) -> dict[str, str]:
    """Content of each material's page with the key it is made anew by."""
    renderer = Renderer(read_catalogue(root / "catalogue"), "kk", 2026)
    return {
        page.uri.split("/")[-1].removesuffix(".html"): page.slots()["content"] + page.inputs.hex()
        for page in material_pages(renderer)
    }


def test_the_command_asks_and_remembers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really = socket.getaddrinfo

    def looked_up(host: str, *rest: Any, **named: Any) -> Any:
        if host != "127.0.0.1":
            raise socket.gaierror("the test asks nobody outside")
        return really(host, *rest, **named)

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    root = valid_site(tmp_path / "site")
    (root / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    path = root / "catalogue" / "materials" / "lesson-online.yml"
    with rude_server() as server:
        text = path.read_text(encoding="utf-8")
        url = f"http://{server.host}/404"
        path.write_text(text.replace("https://example.kz/lesson?id=1", url), encoding="utf-8")
        run = ["--lang", "ru", "--root", str(root), "links", "--allow", server.host]
        dry = CliRunner().invoke(main, [*run, "--dry-run"])
        assert not (root / "catalogue" / "links.yml").exists()
        wet = CliRunner().invoke(main, run)
    assert wet.exit_code == 0, wet.output
    assert dry.stdout == wet.stdout
    assert "(materials/lesson-online): 404" in wet.stdout
    states, problems = read_states(Tree(root), "catalogue")
    assert problems == []
    assert states[url].days == 1
    again = CliRunner().invoke(main, ["--lang", "kk", "--root", str(root), "links"])
    assert "ішкі желінің" in again.stdout
    assert url not in read_states(Tree(root), "catalogue")[0]
