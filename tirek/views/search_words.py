"""Words of the search interface as a script; it is loaded when somebody searches.

On the pages themselves they would be weight that most visits never use.
"""

import json
from collections.abc import Mapping

from tirek.views.voice import Voice


def words_file(voice: Voice) -> tuple[str, bytes]:
    """Return path and content of the words of one language."""
    shown = json.dumps(_words(voice), ensure_ascii=False, separators=(",", ":"))
    return f"assets/search/words-{voice.lang}.js", f"tirek.words={shown};\n".encode()


def _words(voice: Voice) -> Mapping[str, str | Mapping[str, str]]:
    """Return sentences by the names that scripts in ``overrides/assets/search`` call them."""
    return {
        "heading": voice.t("search_heading"),
        "loading": voice.t("search_loading"),
        "found": voice.forms("search_found"),
        "found_other": voice.t("search_found_other"),
        "none": voice.t("search_none"),
        "none_chosen": voice.t("search_none_chosen"),
        "layout": voice.t("search_layout"),
        "exactly": voice.t("search_exactly"),
        "corrected": voice.t("search_corrected"),
        "meant": voice.t("search_meant"),
        "only_other": voice.t("search_only_other"),
        "only_some": voice.t("search_only_some"),
        "damaged": voice.t("search_damaged"),
        "damaged_copy": voice.t("search_damaged_copy"),
        "failed": voice.t("search_failed"),
        "retry": voice.t("search_retry"),
        "all": voice.forms("search_all"),
        "walk": voice.t("search_walk"),
        "more": voice.t("search_more"),
        "other_language": voice.t("search_other_language"),
        "kind_material": voice.t("search_kind_material"),
        "kind_centre": voice.t("search_kind_centre"),
        "kind_cabinet": voice.t("search_kind_cabinet"),
        "kind_site": voice.t("search_kind_site"),
        "kind_organisation": voice.t("search_kind_organisation"),
        "kind_event": voice.t("search_kind_event"),
        "kind_clause": voice.t("search_kind_clause"),
        "kind_term": voice.t("search_kind_term"),
        "kind_page": voice.t("search_kind_page"),
        "remove": voice.t("facets_remove"),
        "clear": voice.t("facets_clear"),
        "marks": voice.t("search_marks"),
        "marks_count": voice.forms("search_marks_count"),
        "marks_next": voice.t("search_marks_next"),
        "marks_previous": voice.t("search_marks_previous"),
        "marks_clear": voice.t("search_marks_clear"),
    }
