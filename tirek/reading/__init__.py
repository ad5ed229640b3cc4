"""From files to typed records, with every problem at its place."""
