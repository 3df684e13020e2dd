"""Narratives good and bad, and what it takes to tell them apart: material for the verifier's proof."""
