"""Materials that the project writes: Markdown in, DOCX and PDF out, always the same bytes.

Pandoc reads the Markdown and writes DOCX; Typst sets the PDF. Both are imported only when a
document is made: reading the catalogue and building the site go without them.

Shape of the work, one module a step::

    manuscript → tree (+ blanks, ticks, tables) → openxml → docx
                                                → typst   → pdf
"""
