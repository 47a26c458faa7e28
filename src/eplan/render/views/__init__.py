"""Repository → views: frozen figures and lines, resolved and sorted; they know no language and no layout."""
