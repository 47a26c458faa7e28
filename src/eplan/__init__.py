"""Check, report on and print a folder of emergency plans written in YAML."""

__version__ = "0.1.0"
