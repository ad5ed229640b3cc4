"""The tree as Typst's code: what pandoc's own writer does not know."""

from tirek.documents.tree import Node, Nodes, changed, kind_of, raw, values_of


def to_typst(blocks: Nodes) -> Nodes:
    """Return ``blocks`` with every node of ours as Typst's code; its functions are in page.typ."""
    written: Nodes = changed(blocks, _written)
    return written


def _written(node: Node) -> Nodes:
    kind = kind_of(node)
    match kind:
        case "blank":
            return [_inline("short-blank()" if values_of(node)["length"] == "short" else "blank()")]
        case "tick":
            return [_inline(f"tick({'on' if values_of(node)['state'] == 'on' else ''})")]
        case "page-break":
            return [_block("#pagebreak(weak: true)")]
        case "writing-line":
            return [_block("#writing-line()")]
        case "space":
            return [_block("#space")]
        case "cell":
            return [_plain_words(block) for block in node["c"][1]]
        case "head":
            return [_bold(block) for block in node["c"][1]]
        case "lead-in" | "form-line" | "source":
            return [_block(f"#{kind}["), *node["c"][1], _block("]")]
        case "ticks":
            items = [item["c"][1] for item in node["c"][1]]
            return [_block("#ticks["), {"t": "BulletList", "c": items}, _block("]")]
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


def _plain_words(block: Node) -> Node:
    """Return a cell's paragraph as bare words: without space around it."""
    return {**block, "t": "Plain"} if block["t"] == "Para" else block


def _yes(value: str) -> str:
    return "true" if value == "yes" else "false"


def _inline(call: str) -> Node:
    # The semicolon ends the call: a bracket or a point after it stays text.
    return raw("typst", f"#{call};")


def _block(code: str) -> Node:
    return raw("typst", code, block=True)
