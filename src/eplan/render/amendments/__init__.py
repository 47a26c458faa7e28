"""Changes in words: for the terminal, for pull requests, for the list of amendments of replacement pages."""
