"""The description of the files, as rdflib reads it and as DCAT-AP-SE wants it."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyshacl
import pytest
import rdflib
from rdflib.compare import isomorphic

from idesluss.exports.rdf import Iri, Literal, Resource, rdf_xml, turtle
from tests.support import catalogues, exported, filled

if TYPE_CHECKING:
    from idesluss.catalogue.catalogue import Catalogue

SHAPES = Path(__file__).parent / "dcat_ap_se.ttl"
DCAT, DCTERMS, SPDX = (
    rdflib.Namespace(address)
    for address in ("http://www.w3.org/ns/dcat#", "http://purl.org/dc/terms/", "http://spdx.org/rdf/terms#")
)
SITE = "https://ideer.example.se/katalog/"
HOSTILE = ['a"b\\c\n', "</rdf:RDF>", "\u2028å", "]] > & '", "<x>", "{}|^`"]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """With an address, a publisher and a mailbox."""
    root = catalogues.lay(tmp_path_factory.mktemp("dcat"))
    settings = root / "ideas" / "catalogue.yml"
    more = f"site_url: {SITE}\ncontact: ideer@storby.example\n"
    settings.write_text(settings.read_text(encoding="utf-8") + more, encoding="utf-8")
    return exported.files_of(catalogues.read(root))


def graph(content: bytes, form: str, base: str = f"{SITE}data/v1/") -> rdflib.Graph:
    return rdflib.Graph().parse(data=content.decode(), format=form, publicID=base)


def faults(read: rdflib.Graph) -> list[str]:
    conforms, _, text = pyshacl.validate(read, shacl_graph=rdflib.Graph().parse(SHAPES), inference="none")
    return [] if conforms else str(text).splitlines()


def test_it_is_what_the_profile_asks_for(published: dict[str, bytes]) -> None:
    read = graph(published["data/v1/dcat.ttl"], "turtle")
    assert faults(read) == []
    for name in (DCAT.accessURL, DCTERMS["format"], DCTERMS.publisher, DCAT.distribution):
        less = rdflib.Graph()
        for triple in read:
            if triple[1] != name:
                less.add(triple)
        assert faults(less) != [], name


def test_both_forms_tell_the_same(published: dict[str, bytes], files: dict[str, bytes]) -> None:
    """Also where the site's address is not known, from wherever the files lie."""
    for content in (published, files):
        read = graph(content["data/v1/dcat.ttl"], "turtle")
        assert isomorphic(read, graph(content["data/v1/dcat.rdf"], "xml"))
        assert faults(read) == []


def test_every_file_is_where_it_says_with_its_size_and_digest(
    published: dict[str, bytes], files: dict[str, bytes]
) -> None:
    for content in (published, files):
        read = graph(content["data/v1/dcat.ttl"], "turtle")
        told = 0
        for distribution in read.subjects(rdflib.RDF.type, DCAT.Distribution):
            path = str(read.value(distribution, DCAT.downloadURL)).removeprefix(SITE)
            assert str(read.value(distribution, DCAT.byteSize)) == str(len(content[path]))
            digest: Any = read.value(read.value(distribution, SPDX.checksum), SPDX.checksumValue)
            assert str(digest).lower() == hashlib.sha256(content[path]).hexdigest()
            told += 1
        assert told == 24


def test_whose_it_is_and_whom_to_ask(published: dict[str, bytes]) -> None:
    """The publisher's kind is that of the organisation of its name."""
    read = graph(published["data/v1/dcat.ttl"], "turtle")
    publisher = next(read.objects(None, DCTERMS.publisher))
    assert str(read.value(publisher, DCTERMS.type)) == "http://purl.org/adms/publishertype/LocalAuthority"
    assert rdflib.URIRef("mailto:ideer@storby.example") in set(read.objects())


@pytest.mark.parametrize("words", HOSTILE)
def test_words_and_addresses_are_kept_in_both_forms(words: str) -> None:
    resource = Resource(
        "foaf:Agent",
        (("foaf:name", Literal(words)), ("foaf:homepage", Iri(f"https://x.example/{words.strip()}"))),
        "https://x.example/#a",
    )
    names = []
    for text, form in ((turtle([resource]), "turtle"), (rdf_xml([resource]), "xml")):
        read = rdflib.Graph().parse(data=text, format=form)
        names.append({str(value) for value in read.objects() if isinstance(value, rdflib.Literal)})
        assert len(read) == 3
    assert names == [{words}, {words}]


def test_hostile_names_do_not_break_it(rich: Catalogue) -> None:
    for words in HOSTILE:
        content = exported.files_of(filled.fill(rich, words))
        read = graph(content["data/v1/dcat.ttl"], "turtle")
        assert isomorphic(read, graph(content["data/v1/dcat.rdf"], "xml"))
