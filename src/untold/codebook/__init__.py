"""What the words mean: counts, dates, places, people, actors, harms and errors."""
