from dragoman.api import code_rows as code_rows
from dragoman.api import compare as compare
from dragoman.api import events_in as events_in
from dragoman.api import explain as explain
from dragoman.api import export as export
from dragoman.api import main_day as main_day
from dragoman.api import open as open
from dragoman.api import open_record as open_record
from dragoman.api import parties as parties
from dragoman.api import parties_of as parties_of
from dragoman.api import read_reports as read_reports
from dragoman.api import relation as relation
from dragoman.api import rule as rule
from dragoman.api import stories as stories
from dragoman.api import timexes as timexes
from dragoman.api import when as when
from dragoman.api import who as who
from dragoman.errors import DragomanError as DragomanError

__version__: str
