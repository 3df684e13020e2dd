"""A believable household to show and to measure with: what it bought, and writing that through the one writer."""
