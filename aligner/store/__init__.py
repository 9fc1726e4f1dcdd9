"""The project on disk. The only room that opens the project's files."""
