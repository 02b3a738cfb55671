"""dragoman: reads news reports and keeps the sourced record of what they tell."""

__version__ = "0.1.0"
