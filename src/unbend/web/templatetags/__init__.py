"""The template tags that pages share."""
