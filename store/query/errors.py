"""What a query that cannot be read says to the person who typed it."""


class QueryError(ValueError):
    """A query that means nothing, with the character to look at.

    ``template`` is what it says with ``{name}`` for each of the ``values``, so that it can be
    said in another language; ``message`` is it in English. ``position`` counts characters of
    the query from 0 and may be its length; ``suggestion`` is text to put there instead, or None.
    """

    def __init__(
        self, template: str, position: int, suggestion: str | None = None, **values: str
    ) -> None:
        super().__init__(template, position, suggestion, values)
        self.template = template
        self.values = values
        self.position = position
        self.suggestion = suggestion

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return self.template.format(**self.values) if self.values else self.template

    def __str__(self) -> str:
        return self.message
