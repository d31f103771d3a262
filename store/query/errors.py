"""What a query that cannot be read says to the person who typed it."""


class QueryError(ValueError):
    """A query that means nothing, with the character to look at.

    ``position`` counts characters of the query from 0 and may be its length; ``suggestion``
    is text to put there instead, or None.
    """

    def __init__(self, message: str, position: int, suggestion: str | None = None) -> None:
        super().__init__(message, position, suggestion)
        self.message = message
        self.position = position
        self.suggestion = suggestion

    def __str__(self) -> str:
        return self.message
