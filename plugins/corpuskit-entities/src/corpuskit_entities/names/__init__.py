"""Names: from capitalised runs to names."""
