"""The site in a form that any generator takes: pages with front matter, files, and what surrounds them."""

from .whole_list import whole_list
from .writing import SURROUNDINGS, write_site

__all__ = ["SURROUNDINGS", "whole_list", "write_site"]
