"""The languages there are: one for each folder of words, by its code."""

from importlib import resources

Language = str
# Words are written in this language first; what another one lacks is said in it.
SOURCE: Language = "sv"
FILE = "language.toml"  # says what the language itself is called, and how it writes numbers and money


def _folders() -> list[str]:
    return sorted(
        folder.name
        for folder in resources.files(__package__ or "").iterdir()
        if folder.is_dir() and folder.joinpath(FILE).is_file()
    )


LANGUAGES: tuple[Language, ...] = (SOURCE, *(code for code in _folders() if code != SOURCE))
