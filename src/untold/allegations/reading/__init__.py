"""What a belligerent's own reports say: the entries of its lists, and the ledger that it prints over them."""
