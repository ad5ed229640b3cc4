"""Fuzzing: what is fed, and to what."""
