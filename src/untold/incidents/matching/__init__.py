"""Matching: from accounts to incidents, in named steps: blocking, similarity, judgement, clustering."""
