"""model: the records that pass between stages; frozen dataclasses."""
