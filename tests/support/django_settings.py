"""Django as the tests run it: its data in a folder that goes away, its own key, quick passwords."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_folder = tempfile.mkdtemp(prefix="unbend-tests-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
Path(_folder, "static").mkdir()
os.environ["UNBEND_DATA"] = _folder
os.environ["UNBEND_SECRET_KEY"] = "only for tests " + "x" * 40

from unbend.settings.django import *
from unbend.settings.django import DATABASES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": f"{_folder}/test.sqlite3"}
