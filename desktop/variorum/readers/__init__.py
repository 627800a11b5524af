"""A file of any kind -> Document. No Qt."""
