"""From what a back needs to a week of workouts: chosen by a solver, then checked again by plain code."""
