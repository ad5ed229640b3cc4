"""Privacy and safety of what comes in: each module looks for one thing.

Texts are looked through where they stand (``Spot``), files by their content, in a process of
their own with little time and memory (``Notice``). ``records``, ``pages`` and ``files`` turn
what is found into problems at their places.
"""
