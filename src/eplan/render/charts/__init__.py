"""Charts as SVG from one place, for HTML and PDF: readable in grey, always the same bytes, with words beside them."""
