"""Casualty recording in which every number leads back to the sentence that claims it."""
