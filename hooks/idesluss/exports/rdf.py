"""What can be said in RDF, as far as the description of the files needs it, and two ways to write it down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
# What no address may hold, and what would end it where it is written.
_NOT_IN_ADDRESS = {sign: f"%{ord(sign):02X}" for sign in '<>"{}|^`\\ '}


@dataclass(frozen=True, slots=True)
class Iri:
    """An address, absolute or from the file's own."""

    address: str


@dataclass(frozen=True, slots=True)
class Literal:
    """Words, in a language or of a type such as `xsd:date`."""

    words: str
    language: str = ""
    type: str = ""


@dataclass(frozen=True, slots=True)
class Resource:
    """Something that is told of, by its address; without one it is known by its place alone."""

    kind: str
    properties: tuple[tuple[str, Iri | Literal | Resource], ...]
    address: str = ""


Resources = tuple[Resource, ...]


def turtle(resources: Iterable[Resource]) -> str:
    """The resources as Turtle."""
    heads = [f"@prefix {name}: <{address}> ." for name, address in PREFIXES.items()]
    parts = [f"<{_address(it.address)}> {_turtle_of(it, '    ')} ." for it in resources]
    return "\n".join(heads) + "\n\n" + "\n\n".join(parts) + "\n"


def _turtle_of(resource: Resource, indent: str) -> str:
    lines = [f"a {resource.kind}"]
    lines += [f"{name} {_turtle_value(value, indent)}" for name, value in resource.properties]
    return f" ;\n{indent}".join(lines)


def _turtle_value(value: Iri | Literal | Resource, indent: str) -> str:
    if isinstance(value, Iri):
        return f"<{_address(value.address)}>"
    if isinstance(value, Resource):
        return f"[ {_turtle_of(value, f'{indent}    ')} ]"
    words = "".join(_ESCAPED.get(sign, sign) for sign in value.words)
    return f'"{words}"' + (
        f"@{value.language}" if value.language else f"^^{value.type}" if value.type else ""
    )


def _address(address: str) -> str:
    return "".join(_NOT_IN_ADDRESS.get(sign, sign) for sign in address)


def rdf_xml(resources: Iterable[Resource]) -> str:
    """The resources as RDF/XML."""
    names = "\n".join(f"  xmlns:{name}={quoteattr(address)}" for name, address in PREFIXES.items())
    parts = "".join(line for it in resources for line in _xml_of(it, "  "))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF\n{names}>\n{parts}</rdf:RDF>\n'


def _xml_of(resource: Resource, indent: str) -> Iterator[str]:
    about = f" rdf:about={quoteattr(_address(resource.address))}" if resource.address else ""
    yield f"{indent}<{resource.kind}{about}>\n"
    for name, value in resource.properties:
        yield from _xml_property(name, value, f"{indent}  ")
    yield f"{indent}</{resource.kind}>\n"


def _xml_property(name: str, value: Iri | Literal | Resource, indent: str) -> Iterator[str]:
    if isinstance(value, Iri):
        yield f"{indent}<{name} rdf:resource={quoteattr(_address(value.address))}/>\n"
    elif isinstance(value, Resource):
        yield f"{indent}<{name}>\n"
        yield from _xml_of(value, f"{indent}  ")
        yield f"{indent}</{name}>\n"
    else:
        yield f"{indent}<{name}{_xml_kind(value)}>{escape(value.words)}</{name}>\n"


def _xml_kind(value: Literal) -> str:
    if value.language:
        return f" xml:lang={quoteattr(value.language)}"
    prefix, _, name = value.type.partition(":")
    return f" rdf:datatype={quoteattr(PREFIXES[prefix] + name)}" if name else ""
