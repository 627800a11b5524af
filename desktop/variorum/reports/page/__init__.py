"""The parts of the annotated page. No Qt, no files."""
