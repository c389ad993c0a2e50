"""How far long work has come, told on a terminal where somebody waits, and nowhere else."""

from .told import Teller, followed, tell_by, telling, terminal_teller

__all__ = ["Teller", "followed", "tell_by", "telling", "terminal_teller"]
