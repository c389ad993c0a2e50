"""The wheel carries the lock that it was tested with, so that a catalogue can name all that it installs."""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class WithLock(build_py):
    """The package as it lies, and requirements.txt within it; an editable one needs none."""

    def run(self) -> None:
        """Build, then put the lock beside."""
        super().run()
        if not self.editable_mode:
            shutil.copyfile("requirements.txt", Path(self.build_lib, "idesluss", "requirements.txt"))


setup(cmdclass={"build_py": WithLock})
