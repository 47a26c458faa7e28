"""Charts as SVG from one place, for HTML and PDF: readable in grey, the same bytes each time, with words beside them."""
