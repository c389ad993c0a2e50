"""All neighbours together: which of them an address is of."""

from __future__ import annotations

from tests.support.neighbour_data import idea, neighbourhood

ADDRESS = "https://lillby.example/ideer/2024/cyklar"
BIKES = idea("cyklar", "Lånecyklar", "Den som tar tåget lånar en cykel.")
TAKEN = {**BIKES, "facts": {"page_sv": f"{ADDRESS}/"}}


def test_no_neighbour_has_the_address_of_anothers_idea() -> None:
    """Of two that name one, it is of who is fetched from there, in whatever order they stand."""
    for told in ({"aby": [TAKEN], "lillby": [BIKES]}, {"lillby": [BIKES], "aby": [TAKEN]}):
        assert neighbourhood(told).by_address[ADDRESS].neighbour == "lillby"


def test_an_address_that_lies_elsewhere_is_of_the_first_who_names_it() -> None:
    """Data and pages may lie at different hosts."""
    by_address = neighbourhood({"aby": [TAKEN], "storby": [TAKEN]}).by_address
    assert {key: each.neighbour for key, each in by_address.items()} == {ADDRESS: "aby"}
