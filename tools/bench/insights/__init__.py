"""`make bench-insights`: the whole month beside SQLite's own GROUP BY, and the same totals by beancount."""
