"""parse: Report -> ParsedReport. `grammar.Parser` is the one door to the grammatical parser."""
