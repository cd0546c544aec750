"""How often a process of ours looks for garbage.

What a report leaves behind is freed at once but for a few cycles, while lexicons and patterns stay: looking through
them as often as Python does takes a twelfth of the time.
"""

import gc


def collect_seldom() -> None:
    """Look for garbage once in 10,000 objects from now on; ten times that made a long run grow by 160 MB."""
    gc.set_threshold(10_000, 10, 10)
