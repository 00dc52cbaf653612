"""How it goes: charts, calendar, milestones."""
