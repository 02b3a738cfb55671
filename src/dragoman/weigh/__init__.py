"""Where the reports of a record disagree, and what speaks for each reading."""
