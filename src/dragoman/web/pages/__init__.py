"""Pages that need the server itself: the SQL window, exports."""
