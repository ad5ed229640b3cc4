"""What `tirek check` found, in the forms that people and programs read."""
