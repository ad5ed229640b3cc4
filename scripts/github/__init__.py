"""What the workflows of the repository's host run; each is a module with tests."""
