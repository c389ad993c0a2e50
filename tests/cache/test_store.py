"""What a store keeps is given back whole or not at all, whatever becomes of its files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from idesluss.cache import Store, key_of, store_of

ONE, OTHER = key_of("one"), key_of("other")
KEYS = [key_of(str(number)) for number in range(600)]


def kept(folder: Path, values: dict[bytes, bytes], most: int = 2**28) -> None:
    """Put the values there, as a process does."""
    store = Store(folder, most)
    for key, value in values.items():
        store.put(key, value)
    store.save()


def found(folder: Path, keys: list[bytes] = KEYS) -> dict[bytes, bytes]:
    """What another process finds there."""
    store = Store(folder)
    return {key: value for key in keys if (value := store.get(key)) is not None}


VALUES = {key: key[:1] * at for at, key in enumerate(KEYS)}


def test_what_is_saved_is_there_for_others(tmp_path: Path) -> None:
    kept(tmp_path / "a/b", VALUES)
    assert found(tmp_path / "a/b") == VALUES
    assert len(list((tmp_path / "a/b").iterdir())) <= 256


def test_before_it_is_saved_only_the_store_itself_knows(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put(ONE, b"1")
    assert store.get(ONE) == b"1"
    assert Store(tmp_path).get(ONE) is None


def test_what_others_saved_meanwhile_stays(tmp_path: Path) -> None:
    store = Store(tmp_path)
    keys = [key for key in KEYS if key[0] == KEYS[0][0]]
    store.put(keys[0], b"1")
    kept(tmp_path, {keys[1]: b"2"})
    store.save()
    assert found(tmp_path) == {keys[0]: b"1", keys[1]: b"2"}


def test_what_was_not_asked_for_the_longest_goes_first(tmp_path: Path) -> None:
    beside = [bytes([7, number]) * 16 for number in range(9)]
    kept(tmp_path, dict.fromkeys(beside[:8], b"x" * 100), 256 * 1500)
    store = Store(tmp_path, 256 * 1500)
    store.get(beside[0])
    store.put(beside[8], b"y" * 500)
    store.save()
    assert list(found(tmp_path, beside)) == [beside[0], *beside[4:]]
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) <= 256 * 1500


def test_a_value_too_large_for_its_file_is_not_kept(tmp_path: Path) -> None:
    kept(tmp_path, {ONE: b"x" * 2000}, 256 * 1500)
    assert found(tmp_path, [ONE]) == {}


def file_of(folder: Path, key: bytes) -> Path:
    return folder / f"{key[0]:02x}"


@given(at=st.integers(0, 5000), flipped=st.integers(1, 255), cut=st.booleans())
def test_damage_gives_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, at: int, flipped: int, *, cut: bool
) -> None:
    """A byte that is another, or an end that is not there: what is given is what was put, or nothing."""
    folder = tmp_path_factory.mktemp("s")
    values = {bytes([5, number]) * 16: bytes([number]) * number for number in range(20)}
    kept(folder, values)
    file = folder / "05"
    content = bytearray(file.read_bytes())
    at %= len(content)
    content[at] ^= flipped
    file.write_bytes(content[:at] if cut else content)
    assert found(folder, [*values]).items() < values.items()
    kept(folder, values)
    assert found(folder, [*values]) == values


def test_a_file_under_the_name_of_another_gives_nothing(tmp_path: Path) -> None:
    one, other = bytes([1]) * 32, bytes([2]) * 32
    kept(tmp_path, {one: b"1", other: b"2"})
    (tmp_path / "01").replace(tmp_path / "between")
    (tmp_path / "02").replace(tmp_path / "01")
    (tmp_path / "between").replace(tmp_path / "02")
    assert found(tmp_path, [one, other]) == {}


def test_a_value_under_the_key_of_another_is_not_believed(tmp_path: Path) -> None:
    one, other = bytes([1, 1]) * 16, bytes([1, 2]) * 16
    kept(tmp_path, {one: b"1", other: b"2"})
    file = tmp_path / "01"
    file.write_bytes(
        file.read_bytes().replace(one, b"\0" * 32).replace(other, one).replace(b"\0" * 32, other)
    )
    assert found(tmp_path, [one, other]) == {}


def test_a_file_of_another_form_is_begun_anew(tmp_path: Path) -> None:
    kept(tmp_path, {ONE: b"1"})
    file = file_of(tmp_path, ONE)
    file.write_bytes(file.read_bytes().replace(b"cache 1", b"cache 0"))
    assert found(tmp_path, [ONE]) == {}
    kept(tmp_path, {ONE: b"2"})
    assert found(tmp_path, [ONE]) == {ONE: b"2"}


def test_no_link_pipe_or_folder_is_followed(tmp_path: Path) -> None:
    kept(tmp_path / "elsewhere", {ONE: b"1"})
    folder = tmp_path / "here"
    folder.mkdir()
    place = file_of(folder, ONE)
    place.symlink_to(file_of(tmp_path / "elsewhere", ONE))
    assert found(folder, [ONE]) == {}
    place.unlink()
    os.mkfifo(place)
    assert found(folder, [ONE]) == {}
    place.unlink()
    place.mkdir()
    assert found(folder, [ONE]) == {}
    kept(folder, {ONE: b"2"})
    assert found(folder, [ONE]) == {}


def test_a_giant_is_not_read(tmp_path: Path) -> None:
    kept(tmp_path, {ONE: b"1"})
    with file_of(tmp_path, ONE).open("ab") as file:
        file.truncate(2**30)
    assert found(tmp_path, [ONE]) == {}


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    kept(tmp_path / "file/below", {ONE: b"1"})
    assert found(tmp_path / "file/below", [ONE]) == {}


def test_others_of_the_machine_cannot_look(tmp_path: Path) -> None:
    kept(tmp_path / "own", {ONE: b"1"})
    assert (tmp_path / "own").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"HOME": "/h"}, "/h/.cache/idesluss"),
        ({"HOME": "/h", "XDG_CACHE_HOME": "/c"}, "/c/idesluss"),
        ({"HOME": "/h", "XDG_CACHE_HOME": "c"}, "/h/.cache/idesluss"),
        ({"HOME": "/h", "IDESLUSS_CACHE": "/own"}, "/own"),
        ({"HOME": "/h", "IDESLUSS_CACHE": "off"}, None),
        ({"IDESLUSS_CACHE": ""}, None),
        ({}, None),
    ],
)
def test_the_environment_says_where(environment: dict[str, str], folder: str | None) -> None:
    store = store_of(environment)
    assert store._folder == (Path(folder) if folder else None)
    assert store.keeps == bool(folder)


def test_without_a_folder_nothing_is_kept() -> None:
    store = store_of({"IDESLUSS_CACHE": "off"})
    store.put(ONE, b"1")
    store.save()
    assert store.get(ONE) is None


def test_parts_joined_in_another_way_are_others() -> None:
    assert len({key_of("ab", "c"), key_of("a", "bc"), key_of("abc"), key_of("a", "b", "c"), ONE}) == 5
