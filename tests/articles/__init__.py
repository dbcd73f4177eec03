"""Short articles of our own wording, each with the claims that a careful reader finds in it."""
