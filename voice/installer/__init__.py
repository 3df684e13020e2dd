"""Brings Vosk's official models to this server: the list, the download, the packing, one at a time."""
