"""Hashes: of canonical JSON, and of many entries in one tree."""
