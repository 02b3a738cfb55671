"""Clean: a raw report becomes plain text with its title, date, publisher, byline and language.

clean(raw) -> (report, rejections)     report is None when it is set aside as a whole
"""

from dragoman.clean.cleaning import Cleaned, clean
from dragoman.clean.furniture import Rules, load
from dragoman.clean.settings import DEFAULT, REASONS, Settings

__all__ = ["DEFAULT", "REASONS", "Cleaned", "Rules", "Settings", "clean", "load"]
