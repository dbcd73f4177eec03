"""What changed since the last release: corrections that nobody has to ask for, and that tell nothing new."""
