"""One module per finding: a definition, its formula, and when it has nothing to say."""
