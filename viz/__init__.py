"""Facts and query results as interactive pages."""
