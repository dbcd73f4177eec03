"""How fast Untold reads, and that no text makes it slow."""
