"""Page: what the lines of a page are, before anybody asks which of them are an article's."""
