"""The pages that a person looks at."""

from kaoju.report.news import news
from kaoju.report.summary import write_summary

__all__ = ["news", "write_summary"]
