"""What from-issue and from-mail leave for a workflow, and what they do with words about an idea."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from ..disk.files import write_bytes, write_text
from ..proposal.issue_answer import harmless_title
from ..proposal.supplement import supplemented_entry
from ..proposal.supplement_answer import receipt_of_supplement
from .terminal import problems_since

if TYPE_CHECKING:
    from ..catalogue.catalogue import Catalogue
    from ..proposal.supplement import Supplement
    from ..proposal.supplement_answer import SupplementReceipt


def answer_supplement(
    catalogue: Catalogue, supplement: Supplement, branch: str, out: Path, notes: str = ""
) -> NoReturn:
    """Add what is plain to the idea's file; hand all else to the reviewer as it was written.

    `notes` end the answer to the sender.
    """
    entry = supplemented_entry(catalogue, supplement)
    before = Path(entry.path).read_bytes() if entry else b""
    receipt = receipt_of_supplement(catalogue, supplement, before.decode("utf-8", "replace"))
    if receipt.path and not _stands(catalogue, receipt, before):
        receipt = receipt_of_supplement(catalogue, supplement, None)
    files = {"comment.md": receipt.comment + notes, "review.md": receipt.review, "path": receipt.path}
    message = f"Propose: {harmless_title(receipt.title)}\n\nFrom somebody's words about the idea.\n"
    proposed = {"message": message, "action": "propose"} if receipt.path else {"action": "comment"}
    write_answer(files | proposed, branch, out)
    raise typer.Exit(0 if receipt.path or receipt.review else 1)


def _stands(catalogue: Catalogue, receipt: SupplementReceipt, before: bytes) -> bool:
    """Whether the changed file passes among the others; if not it is as it was before."""
    file = Path(receipt.path)
    write_bytes(file, receipt.content.encode())
    if all(problem.severity != "error" for problem in problems_since(catalogue)):
        return True
    write_bytes(file, before)
    return False


def write_answer(files: dict[str, str], branch: str, out: Path) -> None:
    """What a workflow needs, as files: nothing of it goes through a shell."""
    out.mkdir(parents=True, exist_ok=True)
    for name, content in {**files, "branch": branch}.items():
        write_text(out / name, content)
