"""The words that suppose something: 如果, 一旦, 只要."""

from __future__ import annotations

import re

# 若以人均计，: how it is counted, no condition
_COUNTED = "论|[只单仅]?[计看算]|[只单仅]?[以按就从照][^，。；：]{1,10}(?:计算?|[论看]|算|来说|而言|衡量)(?=，)"
_IF = (
    f"如果(?!{_COUNTED})|如若|如(?=[不未无能再按仍继遇需])|要是(?!求)|要不是|假如|假使|假若|假设(?!性)|倘[若使如或]?|若(?!干|{_COUNTED})|设若|设使|万一|一旦"
    "|除非"
)
CONDITION = re.compile(f"{_IF}|即使|即便|纵使|哪怕|的话(?=，)|只要|只有[^，。]{{1,20}}才")
# a clause that begins so supposes what it says
SUPPOSED = re.compile(f"[但而]?(?:{_IF}|只要|换[成作做])")
