"""The body: one skeleton with anatomical joint angles, movements made of poses, and the pictures drawn from them.

Standard library only, because the same code runs in the browser. Axes are those of the International Society of
Biomechanics: X forward, Y up, Z to the right; metres and degrees.
"""
