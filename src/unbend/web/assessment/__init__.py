"""Self-tests, questionnaires and the audit of a person's days."""
