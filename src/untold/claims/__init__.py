"""What each report says: who was harmed, how many, by whose account."""
