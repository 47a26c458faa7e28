"""The command line: one module a command. Arguments → one call → print → exit."""
