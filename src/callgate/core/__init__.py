"""What an object is and what a call is. Compiled."""
