"""The second opinion: a small network that judges two parties of a sentence where no pattern does.

The one door to the network's runtime. What it learned from stands in scripts/opinion.
"""

VERSION = "1"
