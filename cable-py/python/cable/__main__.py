"""``python -m cable``: the command ``cable``."""

import sys

from cable._cli import main

if __name__ == "__main__":
    sys.exit(main())
