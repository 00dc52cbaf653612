"""The use cases, one verb a function: what every entrance calls."""
