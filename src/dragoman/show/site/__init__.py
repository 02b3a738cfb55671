"""The pages as HTML and JSON: templates, addresses, and the static forms."""
