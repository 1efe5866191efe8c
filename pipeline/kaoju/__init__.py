"""kaoju 考据: what Chinese scholarly articles claim, by which figures, on whose word."""

__version__ = "0.1.0"
