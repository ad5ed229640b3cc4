"""Copies of Tirek on USB sticks: made, copied, brought up to date, checked and mended.

An *edition* is a folder of plain files: the site as ``tirek build`` makes it, without absolute
addresses, for a choice of regions, needs, types and languages. What lies in its root besides
the site's own files:

``START.html``
    What people double-click. The only name that is not in lower case.

``tirek.sha256``, the **manifest**
    What the edition is and the SHA-256 of every file, as ``sha256sum -c`` reads it. ASCII, LF::

        # tirek-edition 1
        # version: 2026.11.26
        # date: 2026-11-26
        # selection: languages=kk,ru regions=KZ-75 needs=hearing without=video
        # files: 651
        # bytes: 14157834
        0b5c…(64 hex digits)  START.html
        …

    The head is always these six lines in this order. ``version`` is numbers joined by points
    and compares number by number; ``selection`` is as `tirek.model.selection.Selection` writes
    it, ``languages=kk,ru`` alone being the whole of Tirek. Then a line a file: 64 lower-case
    hex digits, two blanks, the path with "/"; sorted by path as bytes. A manifest that differs
    from this form in a byte is refused. It does not name itself, its signature or the script
    below. It is always written last: a stick is the old edition or the new one, never a mix.

``tirek.sha256.minisig``
    The signature of the manifest, where there is one, in minisign's format. Its trusted comment
    is ``tirek version=… date=… selection=…``, the very values of the manifest's head.

``edition.js``, the **page data**
    A classic script (file pages cannot fetch), not in the manifest since it holds the
    manifest's fingerprint; `tirek.offline.manifest.script` makes every byte of it from the
    manifest, and checks compare it with that. One line of ASCII::

        tirekEdition = {"bytes":14157834,"date":"2026-11-26","files":651,
          "fingerprint":"<64 hex digits>","key":"RWQ…","languages":["kk","ru"],
          "selection":"languages=kk,ru","short":"ABCD-EF01-2345-6789",
          "version":"2026.11.26"}; // 0123456789abcdef

    ``fingerprint`` is the SHA-256 of the file ``tirek.sha256``; ``short`` is its first 16 digits
    in upper case by fours, for footers, print and reading aloud; ``key`` is the public key that
    the signature is by, as ``minisign -P`` takes it, "" where there is no signature: it shows
    damage to the signature, and proves nothing until compared with the website. Every page of
    a stick loads the script (``overrides/base.html``, where ``config.extra.stick`` is set) and
    has an empty element ``[data-edition]`` in its footer to say it in. The comment at its end
    is the first 16 hex digits of the SHA-256 of what stands before " // ", so that of manifest
    and page data the damaged one can be told.

``tirek-work/``
    Only while a copy is being written or brought up to date, or after that was cut short.

How a check by a page goes: read ``tirek.sha256`` from the chosen folder; refuse it if it is not
of the form above; compare its SHA-256 with ``tirekEdition.fingerprint`` and show it for the
reader to compare with the website or a printed sheet; hash each file it names; name those that
differ (damaged), are not there (missing), are there under another name (same SHA-256: renamed),
and those that it does not name (extra). What systems leave on sticks is passed over:
`tirek.offline.tree.OF_SYSTEMS`.
"""
