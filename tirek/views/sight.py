"""The panel for weak sight as a script; it is loaded when somebody opens it.

On the pages themselves it would be weight that most visits never use.
"""

import json

from tirek.views.renderer import Renderer


def panel_file(renderer: Renderer) -> tuple[str, bytes]:
    """Return path and content of the panel in one language, for ``sight.js``."""
    html = json.dumps(str(renderer.render("sight.html", "")), ensure_ascii=False)
    return f"assets/sight/panel-{renderer.lang}.js", f"tirekSightPanel={html};\n".encode()
