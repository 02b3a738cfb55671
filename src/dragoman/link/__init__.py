"""Which tellings are one incident, which names one person, which reports one text."""
