"""A cohort of simulated people: bodies, what they tell, the ways of dosing that are compared, and what is measured."""
