"""How the programme answers the back: from what was done and how it went to what comes next, each with its reason."""
