"""Faults that sticks and people make, tried on copies; each script prints what it counted."""
