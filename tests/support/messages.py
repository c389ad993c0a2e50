"""Messages to the catalogue's mailbox: as people send them, and as nobody should."""

from __future__ import annotations

import base64
import zipfile
from email.message import EmailMessage
from io import BytesIO
from typing import TYPE_CHECKING

from tests.support import project

if TYPE_CHECKING:
    from collections.abc import Callable

SENDER = "Anna Exempelsson <anna.exempelsson@privat.example>"
PICTURE = (project.BASE / "2025/trygg-hemgang/skiss.png").read_bytes()
IDEA = """---
title: Bänkar vid hållplatsen
summary: Den som väntar på bussen ska kunna sitta ner, också den som har svårt att stå.
stage: idea
outcome: open
submitted: 2026-11-23
origin: resident
sector: samhallsbyggnad
---

## Behov

Vid tre av fyra hållplatser finns ingen bänk.
"""
ANSWERS = """### Titel / Title

Bänkar vid hållplatsen

### Sammanfattning / Summary

Den som väntar på bussen ska kunna sitta ner, också den som har svårt att stå.

### Behov / Need

Vid tre av fyra hållplatser finns ingen bänk.

### Målgrupp / Target group

Den som åker buss

### Vem kom med idén? / Who came up with the idea?

Invånare / Resident

### Sektor / Sector

Samhällsbyggnad / Urban development
"""

# What a message says of the picture that it brings, in the lines of the form's message.
TOLD = """Bilden visar: En bänk i skuggan av ett träd
Bilden är gjord av: Storby kommun
Bildens licens: CC BY 4.0
"""
NAMED = """picture:
  file: bank.png
  alt: En bänk i skuggan av ett träd
  credit: Storby kommun
  licence: cc0
"""


def message(words: str = "Hej! Här är min idé.", subject: str = "Idé") -> EmailMessage:
    made = EmailMessage()
    made["From"] = SENDER
    made["To"] = "ideer@storby.example"
    made["Subject"] = subject
    made["Message-ID"] = "<1@privat.example>"
    made.set_content(words)
    return made


def with_idea(text: str = IDEA, name: str = "idea.md", words: str = "Hej! Här är min idé.") -> EmailMessage:
    made = message(words)
    made.add_attachment(text.encode(), maintype="text", subtype="markdown", filename=name)
    return made


def with_file(
    made: EmailMessage, content: bytes, name: str, kind: str = "application/octet-stream"
) -> EmailMessage:
    main, _, sub = kind.partition("/")
    made.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return made


def as_html(html: str) -> EmailMessage:
    made = message("")
    made.set_content(html, subtype="html")
    return made


def packed() -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("idea.md", IDEA)
    return held.getvalue()


def raw(headers: str, body: bytes) -> bytes:
    return headers.replace("\n", "\r\n").encode("latin-1", "replace") + b"\r\n\r\n" + body


def nested(depth: int) -> bytes:
    """Multiparts within each other, the idea in the innermost."""
    inner = (
        f"Content-Type: text/markdown\r\nContent-Disposition: attachment; filename=idea.md\r\n\r\n{IDEA}"
    ).encode()
    for at in range(depth):
        mark = f"b{at}".encode()
        head = b"Content-Type: multipart/mixed; boundary=" + mark
        inner = head + b"\r\n\r\n--" + mark + b"\r\n" + inner + b"\r\n--" + mark + b"--\r\n"
    return inner


def forwarded() -> EmailMessage:
    made = message("Se nedan.")
    made.add_attachment(with_idea())
    return made


def automatic(header: str, value: str) -> EmailMessage:
    made = with_idea()
    made[header] = value
    return made


def html_answers() -> str:
    lines = "".join(f"<p>{line}</p>" for line in ANSWERS.split("\n") if line)
    return f"<html><head><style>p{{}}</style></head><body>{lines}<script>alert(1)</script></body></html>"


def many_parts(count: int) -> EmailMessage:
    made = message()
    for at in range(count):
        with_file(made, b"x", f"{at}.bin")
    return made


MESSAGES: dict[str, Callable[[], EmailMessage | bytes]] = {
    "good-file": with_idea,
    "good-file-and-picture": lambda: with_file(with_idea(), PICTURE, "Bänken (1).PNG", "image/png"),
    "good-picture-told": lambda: with_file(
        with_idea(words=f"Hej!\n\n{TOLD}\nVälkommen att ringa."), PICTURE, "Bänken (1).PNG", "image/png"
    ),
    "good-picture-told-in-answers": lambda: with_file(
        message(f"{ANSWERS}\n\n{TOLD}"), PICTURE, "bank.png", "image/png"
    ),
    "good-picture-named-in-file": lambda: with_file(
        with_idea(IDEA.replace("stage:", f"{NAMED}stage:")), PICTURE, "IMG_2034.PNG", "image/png"
    ),
    "picture-half-told": lambda: with_file(
        with_idea(words=TOLD.replace("CC BY 4.0", "den vanliga")), PICTURE, "bank.png", "image/png"
    ),
    "picture-named-with-way-out": lambda: with_file(
        with_idea(IDEA.replace("stage:", NAMED.replace("bank.png", "../../x.png") + "stage:")),
        PICTURE,
        "bank.png",
        "image/png",
    ),
    "good-picture-shown-in-text": lambda: with_file(
        with_idea(f"{IDEA}\n![En bänk](bank.png)\n"), PICTURE, "bank.png", "image/png"
    ),
    "good-answers": lambda: message(ANSWERS),
    "good-answers-and-picture": lambda: with_file(message(ANSWERS), PICTURE, "bank.png", "image/png"),
    "good-answers-signed": lambda: message(
        f"{ANSWERS}\nMed vänlig hälsning\nAnna Exempelsson\n070-123 45 67\n"
    ),
    "good-answers-signature": lambda: message(f"{ANSWERS}\n-- \nAnna Exempelsson, Storgatan 1\n"),
    "good-answers-quoted": lambda: message(f"> Hej Anna\n> Fyll i\n\n{ANSWERS}\n> Anna Exempelsson skrev:\n"),
    "good-html-only": lambda: as_html(html_answers()),
    "good-windows-1252": lambda: raw(
        "From: a\nContent-Type: text/plain; charset=windows-1252\nContent-Transfer-Encoding: 8bit",
        ANSWERS.encode("windows-1252"),
    ),
    "good-base64": lambda: raw(
        "From: a\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64",
        base64.encodebytes(ANSWERS.encode()),
    ),
    "good-name-as-text": lambda: with_file(message(), IDEA.encode(), "Min idé.MD"),
    "good-crlf-file": lambda: with_idea(IDEA.replace("\n", "\r\n")),
    "empty": lambda: b"",
    "no-headers": ANSWERS.encode,
    "only-words": lambda: message("Kan ni sätta upp fler bänkar?"),
    "two-ideas": lambda: with_file(with_idea(), IDEA.encode(), "idea.md", "text/markdown"),
    "two-pictures": lambda: with_file(
        with_file(with_idea(), PICTURE, "a.png", "image/png"), PICTURE, "b.png", "image/png"
    ),
    "archive": lambda: with_file(message(), packed(), "idea.zip", "application/zip"),
    "archive-called-idea": lambda: with_file(message(), packed(), "idea.md", "text/markdown"),
    "archive-called-picture": lambda: with_file(with_idea(), packed(), "bild.png", "image/png"),
    "tar": lambda: with_file(message(), b"\0" * 257 + b"ustar" + b"\0" * 300, "x.bin"),
    "office-document": lambda: with_file(with_idea(), packed(), "idé.docx"),
    "program": lambda: with_file(with_idea(), b"MZ\x90\0", "bild.png", "image/png"),
    "drawing": lambda: with_file(with_idea(), b"<svg onload='x()'/>", "bild.svg", "image/svg+xml"),
    "damaged-picture": lambda: with_file(with_idea(), PICTURE[:40], "bild.png", "image/png"),
    "picture-name-with-way-out": lambda: with_file(
        with_idea(), PICTURE, "../../../.github/workflows/x.png", "image/png"
    ),
    "file-name-with-way-out": lambda: with_idea(name="../../catalogue.yml.md"),
    "title-with-way-out": lambda: with_idea(IDEA.replace("Bänkar vid hållplatsen", "../../../etc/passwd")),
    "title-without-letters": lambda: with_idea(IDEA.replace("Bänkar vid hållplatsen", "…")),
    "taken-title": lambda: with_idea(IDEA.replace("Bänkar vid hållplatsen", "Enklare felanmälan")),
    "no-front-matter": lambda: with_idea("Fler bänkar."),
    "broken-yaml": lambda: with_idea(IDEA.replace("title: B", "title: [B")),
    "yaml-bomb": lambda: with_idea(f"---\na: &a [x]\nb: [{', '.join(['*a'] * 50)}]\n---\n"),
    "not-utf-8": lambda: with_file(message(), IDEA.encode("utf-16"), "idea.md", "text/markdown"),
    "personal-number": lambda: with_idea(IDEA.replace("tre av fyra", "19811228-9874")),
    "already-in-operation": lambda: with_idea(IDEA.replace("stage: idea", "stage: operation")),
    "script-in-text": lambda: with_idea(f"{IDEA}\n<script>alert(1)</script>\n"),
    "commands-in-title": lambda: with_idea(
        IDEA.replace("Bänkar vid hållplatsen", '"[skip ci] Fixes #1 ::error:: @alla $(rm -rf /)"')
    ),
    "hostile-subject": lambda: message(ANSWERS, subject="::stop-commands::x [skip ci]"),
    "forged-headers": lambda: raw(
        "From: x\nX-Path: ../../etc\nSubject: =?bad?B?%%%?=\n"
        'Content-Type: text/plain; charset=utf-8; name="=?x?q?="',
        ANSWERS.encode(),
    ),
    "unknown-charset": lambda: raw("Content-Type: text/plain; charset=klingon", ANSWERS.encode()),
    "charset-with-null": lambda: raw('Content-Type: text/plain; charset="\x00utf-8"', ANSWERS.encode()),
    "bad-base64": lambda: raw("Content-Type: text/plain\nContent-Transfer-Encoding: base64", b"%%%=" * 40),
    "unknown-transfer": lambda: raw(
        "Content-Type: text/plain\nContent-Transfer-Encoding: x-uuencode", b"begin"
    ),
    "no-boundary": lambda: raw("Content-Type: multipart/mixed", b"--x\r\n\r\nhej\r\n"),
    "nested": lambda: nested(5),
    "nested-deep": lambda: nested(40),
    "nested-bottomless": lambda: nested(3000),
    "many-parts": lambda: many_parts(200),
    "forwarded": forwarded,
    "html-script-only": lambda: as_html("<script>document.write('### Titel')</script>"),
    "html-unclosed": lambda: as_html("<p>### Titel<style>" + "x" * 5000),
    "html-nested": lambda: as_html("<div>" * 20_000 + "Hej"),
    "auto-reply": lambda: automatic("Auto-Submitted", "auto-replied"),
    "bulk": lambda: automatic("Precedence", "bulk"),
    "bounce": lambda: raw(
        "Content-Type: multipart/report; boundary=x", b"--x\r\n\r\nNo such box\r\n--x--\r\n"
    ),
    "null-bytes": lambda: message("\x01\x02 hej").as_bytes().replace(b"\x01", b"\0"),
    "long-line": lambda: raw("Content-Type: text/plain", b"### Titel / Title\n\n" + b"x" * 300_000),
    "many-headers": lambda: raw("\n".join(f"X-{at}: y" for at in range(5000)), ANSWERS.encode()),
}


def bytes_of(name: str) -> bytes:
    """The message as a mailbox keeps it."""
    made = MESSAGES[name]()
    if isinstance(made, bytes):
        return made
    for at, part in enumerate(made.walk()):
        if part.get_content_maintype() == "multipart":
            part.set_boundary(f"between-{at}")  # else another each time
    return made.as_bytes()
