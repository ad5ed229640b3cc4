"""Who looks on while a stick is copied or checked."""


class Watch:
    """Is told how far it has come; this one takes no notice."""

    def expect(self, size: int) -> None:
        """There are ``size`` more bytes to read or write."""

    def moved(self, size: int) -> None:
        """So many of them are done."""

    def done(self, path: str) -> None:
        """The file ``path`` is whole on the device and under its name: it may be relied on."""
