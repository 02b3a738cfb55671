"""The pages, one module each: what a page shows, as plain data, from the reading room."""
