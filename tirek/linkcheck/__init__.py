"""Outside links of the catalogue, asked politely whether they still open."""
