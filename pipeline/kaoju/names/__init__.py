"""Names across two languages: which Latin name a Chinese one stands for."""
