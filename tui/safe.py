"""The gate to the screen, under the name that the screen's modules know it by.

What comes out is plain text: give it to ``rich.text.Text``, ``textual.content.Content`` or
``Segment``, never to markup.
"""

from store.gate import MARKS_KEPT, PLACEHOLDER, visible

__all__ = ["MARKS_KEPT", "PLACEHOLDER", "visible"]
