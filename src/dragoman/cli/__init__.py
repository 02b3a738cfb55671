"""The command line: thin commands over functions that a library user can call too."""
