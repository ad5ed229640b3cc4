"""``tirek links``: ask outside links whether they open; run on a schedule, never by a build."""

from datetime import UTC, datetime
from functools import partial

import click

from tirek.commands.session import Session, in_session, stop
from tirek.linkcheck.addresses import addresses
from tirek.linkcheck.ask import AGENT, ask
from tirek.linkcheck.round import NoNetwork, after, answers_of
from tirek.reading.link_states import NAME, read_states, written
from tirek.reading.tree import Tree
from tirek.settings import read_settings


@click.command()
@click.option(
    "--dry-run",
    is_flag=True,
    help="Тек айту, ештеңе жазбау / Только сказать, ничего не записывать",
)
@click.option("--allow", multiple=True, hidden=True, metavar="HOST:PORT")
@in_session
def links(session: Session, dry_run: bool, allow: tuple[str, ...]) -> None:
    """Сыртқы сілтемелерді тексеру / Проверить внешние ссылки.

    Төрт бөлек күн ашылмаған сілтеме ашылмайды деп саналады; бет оны күнімен көрсетеді.
    / Ссылка, которая не открылась в четыре разных дня, считается мёртвой; страница скажет об этом.
    """
    root = session.root
    named = addresses(session.catalogue())
    states, _ = read_states(Tree(root), "catalogue")
    site = read_settings(root).site_url
    agent = f"{AGENT} (+{site})" if site else AGENT
    answers = answers_of(named, partial(ask, allowed=allow, agent=agent))
    day = datetime.now(UTC).date().isoformat()
    try:
        new = after(states, answers, day)
    except NoNetwork:
        stop(session.say("links_no_network"))
    for url, answer in answers.items():
        if answer.verdict == "refused":
            click.echo(session.say("link_refused", url=url, record=named[url], why=answer.reason))
        elif url in new:
            key = "link_dead" if new[url].is_dead else "link_fails"
            state = new[url]
            told = {"since": state.since, "days": state.days, "why": state.reason}
            click.echo(session.say(key, url=url, record=named[url], **told))
    dead = sum(state.is_dead for state in new.values())
    if not dry_run:
        path = root / "catalogue" / NAME
        part = path.with_suffix(".part")
        part.write_bytes(written(new))
        part.replace(path)
    click.echo(session.say("links_asked", count=len(answers), failing=len(new), dead=dead))
