"""What readers get: pages, lists, data files."""
