"""The tree as Typst's code: what pandoc's own writer does not know."""

from typing import Final

from tirek.documents.tree import Node, Nodes, changed, kind_of, raw, values_of

INLINE: Final = {"blank", "tick"}


def to_typst(blocks: Nodes) -> Nodes:
    """Return ``blocks`` with every node of ours as Typst's code; its functions are in page.typ."""
    return changed(blocks, _written)


def _written(node: Node) -> Nodes:
    kind = kind_of(node)
    match kind:
        case "blank":
            return [_inline("blank()" if values_of(node)["length"] == "long" else "short-blank()")]
        case "tick":
            return [_inline(f"tick({'on' if values_of(node)['state'] == 'on' else ''})")]
        case "page-break":
            return [_block("#pagebreak(weak: true)")]
        case "writing-line":
            return [_block("#writing-line()")]
        case "space":
            return [_block("#space")]
        case "cell":
            return list(node["c"][1])
        case "head":
            return [_bold(block) for block in node["c"][1]]
        case "lead-in":
            return [_block("#lead-in["), *node["c"][1], _block("]")]
        case "ticks":
            items = [item["c"][1] for item in node["c"][1]]
            return [_block("#ticks["), {"t": "BulletList", "c": items}, _block("]")]
        case "item":
            return [node]
        case "table":
            options = [f"{name}: {_yes(value)}" for name, value in values_of(node).items()]
            return [_block(f"#tabular({', '.join(options)})["), *node["c"][1], _block("]")]
        case _:
            return _plain(node)


def _plain(node: Node) -> Nodes:
    if node["t"] == "BulletList":
        # Inside a list to tick, an ordinary list has its own markers.
        return [_block("#plain["), node, _block("]")]
    return [node]


def _bold(block: Node) -> Node:
    if block["t"] in ("Para", "Plain"):
        return {**block, "c": [{"t": "Strong", "c": block["c"]}]}
    return block


def _yes(value: str) -> str:
    return "true" if value == "yes" else "false"


def _inline(call: str) -> Node:
    # The semicolon ends the call: a bracket or a point after it stays text.
    return raw("typst", f"#{call};")


def _block(code: str) -> Node:
    return raw("typst", code, block=True)
