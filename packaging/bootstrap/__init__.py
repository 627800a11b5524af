"""What the set-up commands share: `run.py`, `test.py` and `check.py` beside this folder.

Everything here imports the standard library only and can be read by Python 3.6, so that a Python
that is too old gets an answer instead of a traceback. It runs outside the environment that it
makes, and knows nothing of the program but how to install and start it.
"""
