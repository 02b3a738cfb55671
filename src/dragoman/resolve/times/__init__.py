"""When: the time expressions of a report, what they mean, and which of them dates an event."""

from dragoman.resolve.times.choose import Calendar
from dragoman.resolve.times.expressions import TimeExpression, find
from dragoman.resolve.times.grounding import ground

__all__ = ["Calendar", "TimeExpression", "find", "ground"]
