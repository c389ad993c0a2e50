"""How far long work has come, told on a terminal where somebody waits, and nowhere else."""

from .told import Teller, counted, silent, telling, terminal_teller

__all__ = ["Teller", "counted", "silent", "telling", "terminal_teller"]
