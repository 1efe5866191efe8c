"""The words that suppose something: 如果, 一旦, 只要."""

from __future__ import annotations

import re

_IF = "如果|要是(?!求)|倘若|假如|假使|假若|如若|若(?!干)|一旦|除非"
CONDITION = re.compile(f"{_IF}|即使|只要|只有[^，。]{{1,20}}才")
# a clause that begins so supposes what it says
SUPPOSED = re.compile(f"[但而]?(?:{_IF})")
