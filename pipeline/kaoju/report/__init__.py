"""The pages that a person looks at."""

from kaoju.report.summary import write_summary

__all__ = ["write_summary"]
