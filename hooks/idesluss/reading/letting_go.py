"""What has been looked at need not be kept: it is let go of, and read again where somebody asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


class ChangedMeanwhile(Exception):  # noqa: N818  # nobody's error: somebody saved a file
    """What is read again is not what it was."""


class LetGo:
    """An object that lets some of its values go. Its class has no values of its own under their names."""

    def let_go(self, names: Iterable[str], again: Callable[[], Mapping[str, Any]]) -> None:
        """Let the values of these names go; `again` gives them anew, each time that they have been let go."""
        self._gone = frozenset(names)
        self._again = again
        for name in self._gone:
            self.__dict__.pop(name, None)

    if not TYPE_CHECKING:  # so that a name that no class knows is a mistake

        def __getattr__(self, name: str) -> Any:
            """The value that was let go: asked for only where there is none."""
            state = self.__dict__
            if name not in state.get("_gone", ()):
                message = f"{type(self).__name__} has no {name}"
                raise AttributeError(message)
            state.update(state["_again"]())
            return state[name]
