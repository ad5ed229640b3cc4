"""A material as schema.org describes learning resources, for search engines and harvesters."""

from typing import Any

from tirek.model.material import Material
from tirek.views.renderer import Renderer


def material_json_ld(renderer: Renderer, material: Material) -> dict[str, Any]:
    """Return the JSON-LD of a material; what is unknown is left out, never guessed.

    Source: https://schema.org/LearningResource
    """
    voice, catalogue = renderer.voice, renderer.catalogue
    access = material.accessibility
    provider = catalogue.units.get(material.provided_by)
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Legislation" if material.act else "LearningResource",
        "identifier": material.id,
        "name": voice.text(material.title),
        "description": voice.text(material.summary),
        "inLanguage": list(material.languages),
        "learningResourceType": voice.label("resource-types", material.type),
        "audience": [
            {"@type": "Audience", "audienceType": voice.label("audiences", name)}
            for name in material.audience
        ],
        "educationalLevel": [voice.label("education-levels", name) for name in material.levels],
        "about": [voice.label("needs", name) for name in material.needs],
        "keywords": list(voice.text(material.keywords)),
        "author": [{"@type": "Person", "name": name} for name in material.authors],
        "publisher": _organisation(voice.text(material.publisher) if material.publisher else ""),
        "provider": _organisation(
            voice.text(catalogue.organisations[provider.host].short) if provider else ""
        ),
        "datePublished": material.issued,
        "dateModified": material.updated,
        "license": None if material.licence == "unknown" else material.licence,
        "accessMode": list(access.modes) if access else None,
        "accessibilityFeature": list(access.features) if access else None,
        "accessibilityHazard": list(access.hazards) if access else None,
        "encoding": [
            {
                "@type": "MediaObject",
                "encodingFormat": file.format,
                "inLanguage": file.language,
                "contentSize": str(file.size),
                "sha256": file.sha256,
            }
            for file in material.files
        ],
        "url": material.link.url if material.link else None,
        "legislationIdentifier": material.act.number if material.act else None,
    }
    return {key: value for key, value in data.items() if value}


def _organisation(name: str) -> dict[str, str] | None:
    return {"@type": "Organization", "name": name} if name else None
