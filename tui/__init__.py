"""The reader: the commands, and the screen that they open."""
