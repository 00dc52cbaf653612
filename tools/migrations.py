"""Fail where the models have changed and no migration says so."""

import os
import sys
import tempfile


def main() -> int:
    """0 where nothing is missing."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"UNBEND_DATA": folder, "DJANGO_SETTINGS_MODULE": "unbend.settings.django"}
        import django
        from django.core.management import call_command

        django.setup()
        try:
            call_command("makemigrations", check=True, dry_run=True, verbosity=1)
        except SystemExit:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
