"""Fields that name another record, or a concept of a vocabulary.

Validators raise what :func:`tirek.model.values.wrong` makes.
"""

import sys
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import AfterValidator, ValidationInfo

from tirek.model.values import Text, wrong


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a field that names another record or a concept, and checks that it exists.

    The reader passes the known ids as validation context ``{"ids": {target: ids},
    "hints": {target: {label: id}}, "refs": list}``; what is referred to is noted in ``refs``.
    """

    target: str
    """A record kind (``units``) or a vocabulary scheme (``vocabularies/needs``)."""
    also: frozenset[str] = field(default=frozenset())
    """Words allowed besides, such as ``unknown``."""

    def __call__(self, value: str, info: ValidationInfo) -> str:
        """Return ``value`` if it names something that exists.

        Raises:
            PydanticCustomError: ``reference-unknown`` or ``concept-unknown``.
        """
        if value in self.also:
            return value
        context = info.context
        if context is None:
            return value
        ids = context["ids"][self.target]
        if value not in ids:
            scheme = self.target.startswith("vocabularies/")
            raise wrong(
                "concept-unknown" if scheme else "reference-unknown",
                target=self.target,
                also=sorted(self.also),
            )
        # Thousands of records name the same few concepts: one copy of each is enough.
        value = sys.intern(value)
        context["refs"].append((self.target, value))
        return value


OrganisationId = Annotated[Text, AfterValidator(Reference("organisations"))]
UnitId = Annotated[Text, AfterValidator(Reference("units"))]
MaterialId = Annotated[Text, AfterValidator(Reference("materials"))]
ClauseId = Annotated[Text, AfterValidator(Reference("vocabularies/clauses"))]
RegionId = Annotated[Text, AfterValidator(Reference("vocabularies/regions"))]
NeedId = Annotated[Text, AfterValidator(Reference("vocabularies/needs"))]
LevelId = Annotated[Text, AfterValidator(Reference("vocabularies/education-levels"))]
SpecialistId = Annotated[Text, AfterValidator(Reference("vocabularies/specialists"))]
AudienceId = Annotated[Text, AfterValidator(Reference("vocabularies/audiences"))]
OrganisationKindId = Annotated[Text, AfterValidator(Reference("vocabularies/organisation-kinds"))]
ResourceTypeId = Annotated[Text, AfterValidator(Reference("vocabularies/resource-types"))]
LanguageId = Annotated[Text, AfterValidator(Reference("vocabularies/languages"))]
FormatId = Annotated[Text, AfterValidator(Reference("vocabularies/formats"))]
LicenceId = Annotated[Text, AfterValidator(Reference("vocabularies/licences"))]
StatusId = Annotated[Text, AfterValidator(Reference("vocabularies/statuses"))]
UnitKindId = Annotated[Text, AfterValidator(Reference("vocabularies/unit-kinds"))]
UnitLevelId = Annotated[Text, AfterValidator(Reference("vocabularies/unit-levels"))]
EventKindId = Annotated[Text, AfterValidator(Reference("vocabularies/event-kinds"))]
ActKindId = Annotated[Text, AfterValidator(Reference("vocabularies/act-kinds"))]
FactUnitId = Annotated[Text, AfterValidator(Reference("vocabularies/fact-units"))]
StateId = Annotated[Text, AfterValidator(Reference("vocabularies/requirement-states"))]
AccessModeId = Annotated[Text, AfterValidator(Reference("vocabularies/access-modes"))]
AccessFeatureId = Annotated[Text, AfterValidator(Reference("vocabularies/access-features"))]
AccessHazardId = Annotated[Text, AfterValidator(Reference("vocabularies/access-hazards"))]
ProviderId = Annotated[Text, AfterValidator(Reference("units", frozenset({"project"})))]
LicenceOrUnknown = Annotated[
    Text, AfterValidator(Reference("vocabularies/licences", frozenset({"unknown"})))
]
AnyId = Annotated[Text, AfterValidator(Reference("any"))]
"""Any record or concept: what a figure or a disagreement is about."""
