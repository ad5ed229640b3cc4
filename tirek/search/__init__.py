"""Search: what a text's words are, and an index that a browser reads in small pieces.

The way of a word, the same here and in ``overrides/assets/search/``: fold (`tirek.text`), cut
into words (`words`), strip endings (`kazakh`, `russian`). Each language has an index of its
own, and a query is looked up in both, since Kazakh typed without Kazakh letters looks Russian.

The way of a document: `places` gives it a number that others' coming and going rarely move,
`index` weighs its words, `shards` puts the words with the same leading letters into one script,
`cards` what a result shows into others. All of it is a pure function of the documents: the same
documents give the same bytes, and one changed document moves few files.
"""
