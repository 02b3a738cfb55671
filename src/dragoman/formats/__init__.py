"""Other people's formats: one module each, written from a record and, where it can be, read."""
