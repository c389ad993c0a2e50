"""What the files are, for data portals: DCAT-AP-SE 3.0.1, as dataportal.se harvests it.

One dataset is the whole, in its formats; each of the tables that most people come for is one that is part
of it. What else there is, the whole has: no entry is told of here, nor any table that is not among the first.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from ..words import say, text
from .data_file import FOLDER
from .rdf import Iri, Literal, Resource
from .tables import FIRST_TABLES, all_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..words import Text
    from .data_file import DataFile
    from .rdf import Resources
    from .source import ExportSource

    Property = tuple[str, Iri | Literal | Resource]

_EU = "http://publications.europa.eu/resource/authority/"
_IANA = "https://www.iana.org/assignments/media-types/"
_SHA256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"
_WHOLE = "all"
# Kind of organisation to the portal's list of publishers; one that the catalogue does not name is the last.
_PUBLISHERS = {
    "agency": "NationalAuthority",
    "company": "Company",
    "municipal_association": "LocalAuthority",
    "municipality": "LocalAuthority",
    "region": "RegionalAuthority",
    "university": "Academia-ScientificOrganisation",
}
_OTHER_PUBLISHER = "NonProfitOrganisation"
_ROLES_OF_WHOLE = ("whole", "funding")


class Description:
    """The description of the files of a catalogue, resource by resource."""

    def __init__(self, source: ExportSource, files: Sequence[DataFile]) -> None:
        self._source = source
        self._files = files
        self._settings = source.settings

    def resources(self) -> Resources:
        """The catalogue, who publishes it, and each dataset with its files."""
        tables = [*all_tables()][:FIRST_TABLES]
        datasets = [self._whole(tables), *map(self._table, tables)]
        files = [file for file in self._files if file.role in _ROLES_OF_WHOLE or file.table in tables]
        return (self._catalogue(datasets), *self._agents(), *datasets, *map(self._distribution, files))

    def _at(self, path: str) -> str:
        """The address of a path below the site's root; from the file's own where the site's is not known."""
        full = self._settings.full_address(path)
        return full or (path.removeprefix(FOLDER) if path.startswith(FOLDER) else f"../../{path}")

    def _named(self, name: str) -> str:
        return f"{self._at(FOLDER)}#{name}"

    def _in_languages(self, name: str, words: Text) -> Iterator[Property]:
        for language in self._settings.site_languages:
            yield name, Literal(words.in_(language), language)

    def _catalogue(self, datasets: Iterable[Resource]) -> Resource:
        return Resource(
            "dcat:Catalog",
            (
                *self._name_and_about(),
                ("dcterms:publisher", Iri(self._named("publisher"))),
                ("dcterms:license", Iri(self._settings.licences.facts.url)),
                *self._languages(),
                *self._homepage("foaf:homepage"),
                ("dcterms:modified", self._day()),
                ("dcat:themeTaxonomy", Iri(f"{_EU}data-theme")),
                *(("dcat:dataset", Iri(dataset.address)) for dataset in datasets),
            ),
            self._named("catalogue"),
        )

    def _name_and_about(self) -> Iterator[Property]:
        settings = self._settings
        for language in settings.site_languages:
            yield "dcterms:title", Literal(settings.name, language)
            yield "dcterms:description", Literal(settings.description.in_(language), language)

    def _languages(self) -> Iterator[Property]:
        for language in self._settings.site_languages:
            yield "dcterms:language", Iri(f"{_EU}language/{say('language.alpha3', language).upper()}")

    def _homepage(self, name: str) -> Iterator[Property]:
        if self._settings.site_url:
            yield name, Iri(self._settings.full_address(""))

    def _day(self) -> Literal:
        return Literal(str(self._source.catalogue.today), type="xsd:date")

    def _agents(self) -> Iterator[Resource]:
        settings = self._settings
        name = Literal(settings.publisher or settings.name)
        kind = Iri(f"http://purl.org/adms/publishertype/{self._publisher_kind(name.words)}")
        yield Resource("foaf:Agent", (("foaf:name", name), ("dcterms:type", kind)), self._named("publisher"))
        if settings.contact:
            mail = ("vcard:hasEmail", Iri(f"mailto:{settings.contact}"))
            yield Resource("vcard:Organization", (("vcard:fn", name), mail), self._named("contact"))

    def _publisher_kind(self, name: str) -> str:
        """By the organisation of that name in the catalogue."""
        kinds = (it.kind for it in self._settings.organisations.values() if name in it.name.variants)
        return _PUBLISHERS.get(next(kinds, ""), _OTHER_PUBLISHER)

    def _dataset(self, name: str, own: Iterable[Property], files: Iterable[DataFile]) -> Resource:
        contact = [("dcat:contactPoint", Iri(self._named("contact")))] if self._settings.contact else []
        return Resource(
            "dcat:Dataset",
            (
                *own,
                ("dcterms:identifier", Literal(self._named(name))),
                ("dcterms:publisher", Iri(self._named("publisher"))),
                *contact,
                ("dcterms:accessRights", Iri(f"{_EU}access-right/PUBLIC")),
                ("dcat:theme", Iri(f"{_EU}data-theme/GOVE")),
                *self._keywords(),
                *self._languages(),
                ("dcterms:modified", self._day()),
                *(("dcat:distribution", Iri(self._file_address(file))) for file in files),
            ),
            self._named(name),
        )

    def _keywords(self) -> Iterator[Property]:
        for language in self._settings.site_languages:
            for word in say("data.dcat.keywords", language).split(", "):
                yield "dcat:keyword", Literal(word, language)

    def _whole(self, tables: Iterable[str]) -> Resource:
        parts = (("dcterms:hasPart", Iri(self._named(name))) for name in tables)
        own = (*self._name_and_about(), *parts)
        return self._dataset(_WHOLE, own, [file for file in self._files if file.role in _ROLES_OF_WHOLE])

    def _table(self, name: str) -> Resource:
        table = all_tables()[name]
        own = (
            *self._in_languages("dcterms:title", table.title),
            *self._in_languages("dcterms:description", table.help),
            ("dcterms:isPartOf", Iri(self._named(_WHOLE))),
        )
        return self._dataset(name, own, [file for file in self._files if file.table == name])

    def _file_address(self, file: DataFile) -> str:
        return self._named(f"file-{file.name.replace('/', '-')}")

    def _distribution(self, file: DataFile) -> Resource:
        digest = Literal(hashlib.sha256(file.content).hexdigest(), type="xsd:hexBinary")
        checksum = (("spdx:algorithm", Iri(_SHA256)), ("spdx:checksumValue", digest))
        size = Literal(str(len(file.content)), type="xsd:nonNegativeInteger")
        download = self._source.own_addresses.section("download")
        return Resource(
            "dcat:Distribution",
            (
                *self._in_languages("dcterms:title", text("data.dcat.file", name=file.name)),
                *self._in_languages("dcterms:description", text(f"data.dcat.{file.role}")),
                ("dcat:accessURL", Iri(self._at(download))),
                ("dcat:downloadURL", Iri(self._at(file.path))),
                ("dcat:mediaType", Iri(f"{_IANA}{file.media_type}")),
                ("dcterms:format", Literal(file.media_type)),
                ("dcterms:license", Iri(self._settings.licences.facts.url)),
                ("dcatap:availability", Iri(f"{_EU}planned-availability/STABLE")),
                ("dcat:byteSize", size),
                ("spdx:checksum", Resource("spdx:Checksum", checksum)),
            ),
            self._file_address(file),
        )
