"""Words of the real pages that the preview of a form says as well."""

from typing import Final

from tirek.views.voice import Voice

_SHOWN: Final = """
about_material access_features access_hazards access_modes accessibility
accessibility_unknown act act_date act_issuer act_number and_more as_of audience basis
building_access cite clause clauses confirmed contacts contacts_checked contacts_unknown
coordinating_body date_unknown directions directions_then facts_for files helps helps_then
host inclusive_classes issued language level level_short levels_taught licence
licence_unknown link_checked name_2016 name_today name_variants need no_file not_confirmed
not_translated not_translated_shown
not_reviewed open_elsewhere opened period period_closed period_from period_open place
provided_by provided_by_project region_2016 region_now region_unsure requirements
requirements_why reviewed source special_classes specialist specialists title_from_kk
title_from_ru type unit_helps unit_helps_then unit_helps_unknown
unit_is_cabinet unit_is_cabinet_then unit_is_centre unit_is_centre_then unit_is_site
unit_is_site_then unit_level unknown
"""
"""Keys of the interface's words."""


def shown_words(voice: Voice) -> dict[str, str]:
    """Return the words by key; ``{name}`` stands where a value goes."""
    return {key: str(voice.t(key)) for key in _SHOWN.split()}
