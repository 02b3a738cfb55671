"""The diplomatic system: acts, relations, missions, asylum. Standard library only; knows no text."""
