"""Reads and writes files; nothing else touches them."""
