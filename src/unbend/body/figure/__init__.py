"""The figure: pictures of a body in a room, drawn as plain SVG from any side, still or moving."""
