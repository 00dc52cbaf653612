"""What the answers, self-tests and outcome measures of a person say, as pure decisions over the catalogue."""
