"""What a camera sees of a movement: measures of a pose, the movement as its own reference, and the coach that judges.

Runs in a browser as it is: the standard library and `unbend.body`, nothing else.
"""
