"""What prose may say: what the records tied to a sentence hold, and what stands nowhere in them."""
