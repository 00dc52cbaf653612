"""The composition root: the environment read into typed settings, Django configured from them, and all parts joined."""
