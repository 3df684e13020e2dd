"""A believable household to show and to measure with: what it bought, and how that gets into a ledger."""
