"""The long proofs: each module has `prove(seed) -> Figure`, a real run of the shipped code."""
