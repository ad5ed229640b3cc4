"""``tirek keys``: the key that signs USB copies."""

import click


@click.group()
def keys() -> None:
    """USB-көшірмелерге қол қоятын кілт / Ключ, которым подписывают копии."""
