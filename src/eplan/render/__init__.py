"""Repository → views → blocks → documents."""
