"""The command line: one verb, one file. The only room that wires the others together.

What always holds: stdout is data and stderr is everything else; every way to end has its exit code
(errors.py); a verb imports what it needs when it runs, so that `check` never loads textual.
"""
