"""The pages that a person looks at."""

from kaoju.report.news import news
from kaoju.report.summary import MOST_ARTICLES, Totals, write_summary

__all__ = ["MOST_ARTICLES", "Totals", "news", "write_summary"]
