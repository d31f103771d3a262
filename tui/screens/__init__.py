"""The screens: the reader with its panes, and what is laid over it for a moment."""
