"""``python -m kaoju`` is ``kaoju``."""

from kaoju.cli import app

app(prog_name="kaoju")
