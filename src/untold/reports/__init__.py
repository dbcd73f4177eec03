"""What was published: reports, their frozen bytes, their zones and their dates."""
