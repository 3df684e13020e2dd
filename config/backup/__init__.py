"""Everything the server keeps, in one file that either database can be restored from."""
