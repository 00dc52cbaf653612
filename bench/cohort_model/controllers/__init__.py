"""The ways of dosing that are compared: ours, the documents' own, selfBACK's default, and always a step further."""
