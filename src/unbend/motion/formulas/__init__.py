"""The formulas of the measures: joints, the trunk, and places in the picture."""
