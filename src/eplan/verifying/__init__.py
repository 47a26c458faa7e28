"""Is what was printed still true? Codes are looked for in the folder and in its past; what changed since is told."""
