"""The diplomatic system: acts, relations, missions. Standard library only; knows no text."""
