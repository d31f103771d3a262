"""The commands that answer on standard output: one module a command, imported when it runs."""
