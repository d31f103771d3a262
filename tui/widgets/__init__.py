"""The widgets of the reader; lists and texts draw line by line, at a cost that rows do not raise."""
