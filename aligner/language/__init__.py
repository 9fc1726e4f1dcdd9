"""What is known of English and of Spanish; facts live in tables. Pure."""
