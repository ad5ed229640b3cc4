"""The commands of ``tirek``: a module a command or a group of them."""
