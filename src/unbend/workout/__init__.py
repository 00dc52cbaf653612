"""A workout as a script: second by second what to do, what is shown and what is said, with the questions before it."""
