"""Parts of the search evaluation and benchmark."""
