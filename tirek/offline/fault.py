"""What can go wrong with a copy."""


class UsbError(Exception):
    """Something a person can mend; ``code`` is a key of the command line's words."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values
