"""A score for any parser of spoken money sentences, on the rows of tests/data/utterances."""
