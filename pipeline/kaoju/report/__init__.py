"""The pages that a person looks at."""

from kaoju.report.news import news
from kaoju.report.summary import Totals, write_summary

__all__ = ["Totals", "news", "write_summary"]
