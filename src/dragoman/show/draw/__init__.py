"""The geometry of charts, as numbers; the markup stands in templates."""
