"""How many, by whose count: the ledger, what adds up, what may be compared."""
