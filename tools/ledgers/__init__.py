"""Made-up ledgers whose truth is known: what recurs, which months were odd."""
