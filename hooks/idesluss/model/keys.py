"""Keys: values that must be in a vocabulary of catalogue.yml, or name one of the catalogue's own files."""

from __future__ import annotations

from typing import Annotated

from .values import Key, Slug, Term

StageKey = Annotated[Key, Term("stages")]
OutcomeKey = Annotated[Key, Term("outcomes")]
GateKey = Annotated[Key, Term("gates")]
RoleKey = Annotated[Slug, Term("roles")]
SectorKey = Annotated[Key, Term("sectors")]
ThemeKey = Annotated[Key, Term("themes")]
VisionGoalKey = Annotated[Key, Term("vision_goals")]
OriginKey = Annotated[Key, Term("origins")]
InnovationTypeKey = Annotated[Key, Term("innovation_types")]
ActivityKey = Annotated[Key, Term("activities")]
FactorKey = Annotated[Key, Term("key_factors")]
FunderKey = Annotated[Slug, Term("funders")]
MunicipalityKey = Annotated[Slug, Term("municipalities")]
OrganisationKey = Annotated[Slug, Term("organisations")]
PictureLicenceKey = Annotated[Key, Term("picture_licences")]
CallSlug = Annotated[Slug, Term("calls")]
IdeaSlug = Annotated[Slug, Term("ideas")]
