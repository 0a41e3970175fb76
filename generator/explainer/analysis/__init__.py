"""What follows from the evidence: how statements stand, what was known when, what adds up, what changed."""
