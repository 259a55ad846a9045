"""Archive: news databases' exports, whose labels say what a line is."""
