"""What `make` runs: set-up, server, checks, tests. Needs the standard library alone until set-up is done."""
