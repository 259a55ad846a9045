"""Site: what a site prints on every page."""
