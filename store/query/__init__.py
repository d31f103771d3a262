"""The query language: text to an expression and back."""
