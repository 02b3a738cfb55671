"""Answers for people: rows of a record as tables, and as one static page."""
