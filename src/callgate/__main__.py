"""``python -m callgate``: the command line."""

from callgate.cli import main

raise SystemExit(main())
