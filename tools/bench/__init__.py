"""`make bench`: our speed as a ratio to a named peer or limit, both measured in one run on one machine."""
