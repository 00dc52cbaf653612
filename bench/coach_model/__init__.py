"""How well the camera coach counts, on recordings that are made up and on such that are not (bench/coach.py)."""
